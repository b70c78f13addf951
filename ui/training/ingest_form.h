#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QWidget>
#include <filesystem>

namespace skiagraph::ui {

/// CT that are to become people: a table that tells of each whether it was read or why it was refused.
class IngestForm : public QWidget {
  Q_OBJECT

 public:
  explicit IngestForm(QWidget* parent = nullptr);

  [[nodiscard]] QString name() const { return name_->text(); }
  /// Whether the people are added to the chosen data set.
  [[nodiscard]] bool appends() const { return append_->isChecked(); }
  [[nodiscard]] bool empty() const { return table_->rowCount() == 0; }
  void add(const QStringList& paths);
  [[nodiscard]] QStringList paths() const;
  /// landmarks: of each CT, see landmarks_beside().
  [[nodiscard]] QStringList words(const QStringList& landmarks, const std::filesystem::path& out) const;
  void begin();
  /// A line of skiagraph-cli about one CT.
  void take(const QJsonObject& line);
  void set_enabled(bool enabled) { read_->setEnabled(enabled && !empty()); }

 Q_SIGNALS:
  void wanted();

 private:
  void add_folder();
  void add_all_in_folder();
  void add_files();

  QTableWidget* table_;
  QLineEdit *name_, *neck_, *symphysis_;
  QComboBox* split_;
  QCheckBox *append_, *fine_;
  QPushButton* read_;
};

/// The landmarks that stand beside a CT: its name with .mrk.json or .csv; empty where there are none. Any
/// thread.
[[nodiscard]] QString landmarks_beside(const QString& ct);

}  // namespace skiagraph::ui

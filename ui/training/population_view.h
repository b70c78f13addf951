#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QLabel>
#include <QTableWidget>
#include <QWidget>

namespace skiagraph::ui {

/// How the people of a data set spread, beside published figures, in the person's language. GUI thread.
class PopulationView : public QWidget {
  Q_OBJECT

 public:
  explicit PopulationView(QWidget* parent = nullptr);

  /// `json`: population.json of `skiagraph-cli population --report`.
  void show_report(const QByteArray& json);

 private:
  void show_landmarks(const QJsonArray& landmarks);
  void show_measures(const QJsonArray& measures);

  QLabel* sentence_;
  QTableWidget *landmarks_, *measures_;
};

}  // namespace skiagraph::ui

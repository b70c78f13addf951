#include "ui/import/import_dialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

#include "tests/ui/scans.h"
#include "tests/ui/window.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

ImportDialog* dialog_of(TestWindow& test) {
  for (auto* dialog : test.window.findChildren<ImportDialog*>())
    if (dialog->isVisible()) return dialog;
  return nullptr;
}

ImportDialog& dialog_comes(TestWindow& test) {
  REQUIRE(QTest::qWaitFor([&] { return dialog_of(test) != nullptr; }, kPatienceMs));
  REQUIRE(QTest::qWaitForWindowActive(dialog_of(test)));  // fields are left by keys
  return *dialog_of(test);
}

template <class Widget>
Widget& part(ImportDialog& dialog, const char* name) {
  auto* widget = dialog.findChild<Widget*>(name);
  REQUIRE(widget != nullptr);
  return *widget;
}

QPushButton& button(ImportDialog& dialog, QDialogButtonBox::StandardButton which) {
  return *dialog.findChild<QDialogButtonBox*>()->button(which);
}

/// Waits until the last change has been tried.
bool tried(ImportDialog& dialog) {
  return QTest::qWaitFor([&] { return !dialog.findChild<QProgressBar*>()->isVisible(); }, kPatienceMs);
}

void press(ImportDialog& dialog, const char* name) {
  QTest::mouseClick(&part<QPushButton>(dialog, name), Qt::LeftButton);
  REQUIRE(tried(dialog));
}

/// A field is read when the keyboard leaves it.
void type(QLineEdit& edit, const QString& text) {
  edit.setFocus();
  REQUIRE(QTest::qWaitFor([&] { return edit.hasFocus(); }));
  edit.selectAll();
  QTest::keyClicks(&edit, text);
  QTest::keyClick(&edit, Qt::Key_Tab);
  REQUIRE(QTest::qWaitFor([&] { return !edit.isModified(); }));
}

const session::ScanSource& source(const TestWindow& test) {
  return std::get<session::ScanSource>(test.session().body);
}

QString sentence(ImportDialog& dialog) {
  auto& label = part<QLabel>(dialog, "import_sentence");
  return label.isVisible() ? label.text() : QString();
}

}  // namespace

TEST_CASE("A scan that leaves no doubt opens without a question") {
  const auto test = settled_window();
  test->app.engine.open(test_case("surfaces/person.ply").toStdString());
  REQUIRE(test->at_rest());
  CHECK(dialog_of(*test) == nullptr);
  CHECK(source(*test).overrides == geometry::AlignmentOverrides{});
}

TEST_CASE("A scan whose front is not known asks; turning it and accepting is one undo step") {
  const QTemporaryDir folder;
  const auto test = settled_window();
  const auto before = test->session();
  test->app.engine.open(front_unknown(folder).toStdString());
  ImportDialog& dialog = dialog_comes(*test);
  REQUIRE(tried(dialog));
  CHECK(sentence(dialog).contains("front and back"));
  CHECK(test->session() == before);
  press(dialog, "import_turn");
  press(dialog, "import_turn");
  CHECK(sentence(dialog).isEmpty());
  CHECK(test->session() == before);
  QTest::mouseClick(&button(dialog, QDialogButtonBox::Open), Qt::LeftButton);
  REQUIRE(test->at_rest());
  REQUIRE(source(*test).overrides.axes);
  CHECK(source(*test).overrides.axes->up == "+y");
  CHECK(test->steps() == 1);
  test->app.document.undo();
  REQUIRE(test->at_rest());
  CHECK(test->session().body == before.body);
}

TEST_CASE("A question that is cancelled, by Esc too, changes nothing") {
  const QTemporaryDir folder;
  const auto test = settled_window();
  const auto before = test->session();
  const auto shown = test->app.engine.result();
  test->app.engine.open(front_unknown(folder).toStdString());
  ImportDialog& dialog = dialog_comes(*test);
  REQUIRE(tried(dialog));
  press(dialog, "import_roll");
  QTest::keyClick(&dialog, Qt::Key_Escape);
  REQUIRE(test->at_rest());
  CHECK(test->session() == before);
  CHECK(test->steps() == 0);
  CHECK(test->app.engine.result() == shown);
}

TEST_CASE("The settings of the present scan are changed by hand, and found again in the next dialog") {
  const auto test = settled_window(shipped_bodies(), test_case("surfaces/person.ply"));
  const double neck = test->body().scan.neck.z;
  test->window.findChild<QAction*>("import_settings")->trigger();
  ImportDialog& dialog = dialog_comes(*test);
  REQUIRE(tried(dialog));
  auto& mm = part<QDoubleSpinBox>(dialog, "import_neck");
  CHECK(mm.value() == Approx(neck).margin(0.6));
  CHECK_FALSE(part<QCheckBox>(dialog, "import_neck_given").isChecked());
  mm.setFocus();
  mm.selectAll();
  QTest::keyClicks(&mm, QString::number(static_cast<int>(neck) - 25));
  QTest::keyClick(&mm, Qt::Key_Tab);
  REQUIRE(tried(dialog));
  QTest::mouseClick(&button(dialog, QDialogButtonBox::Open), Qt::LeftButton);
  REQUIRE(test->at_rest());
  CHECK(source(*test).overrides.neck_level_mm == static_cast<int>(neck) - 25);
  CHECK_FALSE(source(*test).overrides.symphysis_level_mm);
  CHECK(test->body().scan.neck.z == static_cast<int>(neck) - 25);
  test->window.findChild<QAction*>("import_settings")->trigger();
  ImportDialog& again = dialog_comes(*test);
  REQUIRE(tried(again));
  CHECK(part<QCheckBox>(again, "import_neck_given").isChecked());
  CHECK(part<QDoubleSpinBox>(again, "import_neck").value() == static_cast<int>(neck) - 25);
}

TEST_CASE("A level's line is dragged in the picture") {
  const auto test = settled_window(shipped_bodies(), test_case("surfaces/person.ply"));
  test->window.findChild<QAction*>("import_settings")->trigger();
  ImportDialog& dialog = dialog_comes(*test);
  REQUIRE(tried(dialog));
  auto& picture = part<ImportPicture>(dialog, "import_picture");
  const double level = test->body().scan.symphysis.z;
  const auto at = [&](double height) {
    return QPoint(40, static_cast<int>(std::lround(picture.row_of(height))));
  };
  const QPoint from = at(level), to = at(level + 60);
  QTest::mousePress(&picture, Qt::LeftButton, {}, from);
  QTest::mouseMove(&picture, to);
  QTest::mouseRelease(&picture, Qt::LeftButton, {}, to);
  REQUIRE(tried(dialog));
  CHECK(part<QCheckBox>(dialog, "import_symphysis_given").isChecked());
  CHECK_FALSE(part<QCheckBox>(dialog, "import_neck_given").isChecked());
  CHECK(part<QDoubleSpinBox>(dialog, "import_symphysis").value() == Approx(level + 60).margin(8));
}

TEST_CASE("A wrong unit is told in the dialog, and the scan stays as it is until a right one is chosen") {
  const auto test = settled_window(shipped_bodies(), test_case("surfaces/person.ply"));
  test->window.findChild<QAction*>("import_settings")->trigger();
  ImportDialog& dialog = dialog_comes(*test);
  REQUIRE(tried(dialog));
  auto& unit = part<QComboBox>(dialog, "import_unit");
  unit.setFocus();
  QTest::keyClick(&unit, Qt::Key_Down);  // millimetres
  REQUIRE(tried(dialog));
  CAPTURE(sentence(dialog).toStdString());
  CHECK(sentence(dialog).contains("unit"));
  CHECK_FALSE(button(dialog, QDialogButtonBox::Open).isEnabled());
  for (int n = 0; n < 3; ++n) QTest::keyClick(&unit, Qt::Key_Down);  // metres
  REQUIRE(tried(dialog));
  CHECK(sentence(dialog).isEmpty());
  QTest::mouseClick(&button(dialog, QDialogButtonBox::Open), Qt::LeftButton);
  REQUIRE(test->at_rest());
  CHECK(source(*test).overrides.unit_mm == 1000);
}

TEST_CASE("A CT of a part asks for both levels and opens with them") {
  const auto test = settled_window();
  test->app.engine.open(test_case("ct/base_nifti.nii.gz").toStdString());
  ImportDialog& dialog = dialog_comes(*test);
  REQUIRE(tried(dialog));
  CHECK(sentence(dialog).contains("levels"));
  CHECK_FALSE(sentence(dialog).contains("--"));
  CHECK_FALSE(button(dialog, QDialogButtonBox::Open).isEnabled());
  QTest::mouseClick(&part<QCheckBox>(dialog, "import_neck_given"), Qt::LeftButton);
  REQUIRE(tried(dialog));
  CHECK_FALSE(button(dialog, QDialogButtonBox::Open).isEnabled());
  QTest::mouseClick(&part<QCheckBox>(dialog, "import_symphysis_given"), Qt::LeftButton);
  REQUIRE(tried(dialog));
  REQUIRE(button(dialog, QDialogButtonBox::Open).isEnabled());
  CHECK(sentence(dialog).contains("%"));
  QTest::mouseClick(&button(dialog, QDialogButtonBox::Open), Qt::LeftButton);
  REQUIRE(test->at_rest());
  CHECK(source(*test).ct);
  CHECK(source(*test).sha256.size() == 64);
  CHECK(test->body().ct != nullptr);
}

TEST_CASE("What a CT's file does not say becomes a field of the dialog") {
  const auto test = settled_window();
  const auto [file, field, text] = GENERATE(
      table<const char*, const char*, const char*>({{"nifti_no_orientation.nii.gz", "ct_axes", "LPS"},
                                                    {"dicom_no_pixel_spacing.tar.xz", "ct_spacing", "7,7,8"},
                                                    {"nifti_values_0_4095.nii.gz", "ct_values", "24,1024"}}));
  CAPTURE(file);
  test->app.engine.open(test_case(QString("ct/") + file).toStdString());
  ImportDialog& dialog = dialog_comes(*test);
  REQUIRE(tried(dialog));
  CHECK_FALSE(sentence(dialog).isEmpty());
  CHECK_FALSE(sentence(dialog).contains("--"));
  CHECK(part<QLineEdit>(dialog, field).isVisible());
  type(part<QLineEdit>(dialog, field), text);
  REQUIRE(tried(dialog));
  INFO(sentence(dialog).toStdString());
  CHECK(sentence(dialog).contains("levels"));  // the next thing that is not known
}

TEST_CASE("Of several CT series one is chosen from a list in words") {
  const auto test = settled_window();
  test->app.engine.open(test_case("ct/dicom_two_acquisitions_interleaved.tar.xz").toStdString());
  ImportDialog& dialog = dialog_comes(*test);
  REQUIRE(tried(dialog));
  auto& series = part<QListWidget>(dialog, "ct_series");
  REQUIRE(series.count() == 2);
  CHECK(series.item(0)->text().contains("slices over"));
  series.setFocus();
  QTest::keyClick(&series, Qt::Key_Down);
  REQUIRE(tried(dialog));
  CHECK(sentence(dialog).contains("levels"));
  CHECK(series.count() == 2);
}

#pragma once

#include <QString>
#include <QTemporaryDir>

namespace skiagraph::ui {

/// A file of tests/cases.
QString test_case(const QString& name);

/// A person who is the same from the front and from behind, so that nobody knows where the front is.
QString front_unknown(const QTemporaryDir& folder);
/// The same with a hole in the chest, and specks under the feet.
QString doubtful_in_many_ways(const QTemporaryDir& folder);
/// A person who looks to the side of the file, up along its x axis.
QString person_lying(const QTemporaryDir& folder);

}  // namespace skiagraph::ui

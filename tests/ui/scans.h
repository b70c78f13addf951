#pragma once

#include <QString>
#include <QTemporaryDir>

namespace skiagraph::ui {

/// A file of tests/cases.
QString test_case(const QString& name);

/// A person whose feet and calves look backwards, so that nobody knows where the front is. Its networks have
/// never seen such a body, and a hole is filled: three remarks.
QString front_unknown(const QTemporaryDir& folder);

}  // namespace skiagraph::ui

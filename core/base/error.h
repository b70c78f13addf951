#pragma once

#include <stdexcept>
#include <string>

namespace skiagraph {

/// Root of every exception that leaves a Skiagraph library. The text is one clear sentence for a person:
/// what is wrong, with what, and what to do. The programs end with exit code 1 on it.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The person's file or argument cannot be used. The programs end with exit code 2 on it.
class InputError : public Error {
 public:
  using Error::Error;
};

/// The person asked to stop; work done so far has been kept.
class Cancelled : public Error {
 public:
  Cancelled() : Error("Stopped on request.") {}
};

}  // namespace skiagraph

//===- ErrorTest.cpp - one clear message ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Support/Error.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

TEST(Error, NamesWhatItIsAbout) {
  EXPECT_EQ(toString(errorIn("a.db", "is odd")), "a.db: error: is odd");
  EXPECT_EQ(toString(errorAt("a.facts", 3, 14, "expected a string")),
            "a.facts:3:14: error: expected a string");
  EXPECT_EQ(toString(errorOf("no verb given")), "error: no verb given");
}

TEST(Error, SystemErrorsKeepTheSystemsWords) {
  EXPECT_EQ(
      toString(errorFrom("a.db", "write",
                         std::make_error_code(std::errc::no_space_on_device))),
      "a.db: error: cannot write: No space left on device");
}

} // namespace

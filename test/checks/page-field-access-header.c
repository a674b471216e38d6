// REQUIRES: clang-tidy
// An access in a header is shown when clang-tidy's header filter lets it
// through, and only then.
//
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-page-field-access"}' \
// RUN:   --header-filter='struct-page\.h$' %s -- -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not=warning:
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-page-field-access"}' \
// RUN:   --header-filter=none %s -- -I%S/Inputs | count 0
//
// CHECK: struct-page.h:[[#]]:68: warning: access to field 'mapping'

#include "struct-page.h"

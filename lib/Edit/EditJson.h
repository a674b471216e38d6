//===- EditJson.h - one record of an edit file as JSON ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Empty members are left out; unknown keys are an error. Texts that are not
/// UTF-8 are written in hexadecimal, under the key with "-hex" behind it.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_EDIT_EDITJSON_H
#define PAGESPLIT_LIB_EDIT_EDITJSON_H

#include "pagesplit/Edit/EditSet.h"
#include "llvm/Support/JSON.h"

namespace pagesplit {

struct SourceRecord {
  std::string File;
  std::string Hash;
};

struct RefusedRecord {
  std::string Group;
  Finding Why;
};

llvm::json::Value toJSON(const EditGroup &Group);
llvm::json::Value toJSON(const Finding &F);
bool fromJSON(const llvm::json::Value &From, EditGroup &To, llvm::json::Path P);
bool fromJSON(const llvm::json::Value &From, Finding &To, llvm::json::Path P);
bool fromJSON(const llvm::json::Value &From, SourceRecord &To,
              llvm::json::Path P);
bool fromJSON(const llvm::json::Value &From, RefusedRecord &To,
              llvm::json::Path P);

} // namespace pagesplit

#endif

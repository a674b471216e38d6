//===- WordUse.h - the members of one word and their users ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Brings together what the layout says is in a word and what was seen of it,
/// so that members nobody uses show as well.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_WORDUSE_H
#define PAGESPLIT_LIB_REPORT_WORDUSE_H

#include "Model.h"

namespace pagesplit {

/// One field in one word. At least one of the two is there.
struct MemberUse {
  const MemberRow *Member = nullptr; ///< null: not in the layout shown
  const WordField *Use = nullptr;    ///< null: no access seen

  llvm::StringRef name() const {
    return Member ? Member->Name : llvm::StringRef(Use->Field);
  }
  llvm::StringRef arm() const { return Member ? Member->Arm : Use->Arm; }
};

/// The fields of word \p Word, in layout order.
std::vector<MemberUse> membersOf(const ReportModel &Model, unsigned Word);

} // namespace pagesplit

#endif

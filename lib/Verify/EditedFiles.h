//===- EditedFiles.h - the disk with edits ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The file system in which a changed unit is compiled: that of the machine,
/// where some files have other texts. A file is known by what it is, not by
/// how it is spelled, so links and ".." do not lead around an edit. Writes
/// nothing.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_VERIFY_EDITEDFILES_H
#define PAGESPLIT_LIB_VERIFY_EDITEDFILES_H

#include "pagesplit/Edit/SourceTree.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace pagesplit {

/// The disk, where the files of \p Tree that \p Texts names have these texts.
llvm::Expected<llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>>
editedFiles(const SourceTree &Tree, const FileTexts &Texts);

} // namespace pagesplit

#endif

//===- CompileCommand.h - what a compiler command is for --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Tells the compilation of a kernel object from everything else a kernel
/// build asks its compiler. No file is opened here, and no LLVM is used: this
/// is the part of pagesplit-cc that can be tested by itself.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_KBUILD_COMPILECOMMAND_H
#define PAGESPLIT_KBUILD_COMPILECOMMAND_H

#include <string>
#include <vector>

namespace pagesplit {
namespace standin {

/// A compiler command line, as far as it matters here.
struct CompileCommand {
  enum Kind {
    Other,      ///< probes, -E, -S, links, user programs: for the real compiler
    CObject,    ///< one C source into one kernel object
    Assembly,   ///< one assembler source into one kernel object
    SyntaxCheck ///< reads a kernel source and writes nothing
  };
  Kind What = Other;
  std::string Source;     ///< as spelled; empty for Other
  std::string Output;     ///< after -o
  std::string Dependency; ///< the dependency file asked for, or empty
  /// The options that decide which machine an object is for, in order.
  std::vector<std::string> Machine;
};

/// \p Arguments without the compiler's name. Kernel sources are those compiled
/// with -D__KERNEL__, as every kernel Makefile has it.
CompileCommand readCompileCommand(const std::vector<std::string> &Arguments);

} // namespace standin
} // namespace pagesplit

#endif

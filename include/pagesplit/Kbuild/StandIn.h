//===- StandIn.h - what kbuild and pagesplit-cc agree on --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// pagesplit kbuild starts make, and make starts pagesplit-cc in the place of
/// four programs. What passes between the two is named here: environment
/// variables on the way in, small files in the session directory on the way
/// out. pagesplit-cc links no LLVM, so neither does this header.
///
/// The session directory holds
///   bin/      links to pagesplit-cc, one for each program it stands in for
///   records/  one file for each compile command
///   objects/  empty objects, one for each set of machine options
///   count     one byte for each command recorded, for the progress line
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_KBUILD_STANDIN_H
#define PAGESPLIT_KBUILD_STANDIN_H

namespace pagesplit {
namespace standin {

/// Absolute path of the session directory.
inline constexpr char SessionVariable[] = "PAGESPLIT_KBUILD_SESSION";
/// StageConfigure or StageVisit.
inline constexpr char StageVariable[] = "PAGESPLIT_KBUILD_STAGE";
/// Absolute paths of the real programs; PythonVariable may be unset.
inline constexpr char ClangVariable[] = "PAGESPLIT_KBUILD_CC";
inline constexpr char LinkerVariable[] = "PAGESPLIT_KBUILD_LD";
inline constexpr char ArchiverVariable[] = "PAGESPLIT_KBUILD_AR";
inline constexpr char PythonVariable[] = "PAGESPLIT_KBUILD_PYTHON3";

/// Everything is compiled for real; kernel objects are recorded as well.
inline constexpr char StageConfigure[] = "configure";
/// Kernel objects are recorded and not compiled.
inline constexpr char StageVisit[] = "visit";

/// The names in bin/, by which pagesplit-cc knows whom it stands in for.
inline constexpr char ClangName[] = "clang";
inline constexpr char LinkerName[] = "ld.lld";
inline constexpr char ArchiverName[] = "llvm-ar";
inline constexpr char PythonName[] = "python3";

/// A record is this word, the working directory, the source, the output, the
/// arguments after the compiler's name, and RecordEnd; each ends with a NUL.
inline constexpr char RecordMagic[] = "pagesplit-record-1";
inline constexpr char RecordEnd[] = "end";

/// Starts every line pagesplit-cc says itself. kbuild looks for it: such a
/// line means that a record is missing.
inline constexpr char Complaint[] = "pagesplit-cc: error: ";

} // namespace standin
} // namespace pagesplit

#endif

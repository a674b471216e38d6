//===- IncludeGraph.h - what units may include ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The files that each unit of a compile database can read, from the text of
/// their #include lines and the search path of the command. Conditions are not
/// looked at, so a unit reads some of these files and no others, but for one:
/// the name of a file that a macro gives is not known. Kernels do that in
/// headers that include themselves again (include/trace/define_trace.h).
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REACH_INCLUDEGRAPH_H
#define PAGESPLIT_REACH_INCLUDEGRAPH_H

#include "pagesplit/Reach/FileText.h"
#include "pagesplit/Support/MadeFrom.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"

#include <map>
#include <memory>
#include <string>

namespace pagesplit {

/// Where a command looks for what is included.
struct SearchPath {
  std::vector<std::string> Quoted; ///< -iquote, before Angled
  std::vector<std::string> Angled; ///< -I, -isystem, -idirafter
  friend bool operator<(const SearchPath &A, const SearchPath &B) {
    return std::tie(A.Quoted, A.Angled) < std::tie(B.Quoted, B.Angled);
  }
};

/// The part of a compile command that decides what is read. Paths are absolute.
struct CommandIncludes {
  SearchPath Path;
  std::vector<std::string> Forced; ///< -include, in order
};

/// Read it from \p Arguments, compiler first, that run in \p Directory.
CommandIncludes includesOfCommand(llvm::ArrayRef<std::string> Arguments,
                                  llvm::StringRef Directory);

/// Number of a file in an IncludeGraph.
using FileNumber = unsigned;

class IncludeGraph {
public:
  /// Add a unit and all that it may read. Files that cannot be read are left
  /// out: then the unit cannot be compiled either.
  void addUnit(llvm::StringRef File, const CommandIncludes &Command);

  size_t unitCount() const { return Units.size(); }
  size_t fileCount() const { return Files.size(); }
  llvm::StringRef path(FileNumber F) const { return Files[F]->Path; }
  const FileText &text(FileNumber F) const { return Files[F]->Text; }
  FileNumber mainFile(size_t Unit) const { return Units[Unit].Main; }

  /// All files that the unit may read, its main file among them.
  llvm::BitVector reachable(size_t Unit) const;

  /// The files that \p F may include itself, as the unit reads it.
  llvm::ArrayRef<FileNumber> included(size_t Unit, FileNumber F) const;

  /// For each file, units that may read it: one for each search path, those
  /// with the shortest way to it first.
  std::vector<std::vector<size_t>> nearestUnits() const;

  /// Add every path that was asked for, as it was then.
  void addTo(MadeFrom &From) const;

  WordTable &words() { return Table; }
  const WordTable &words() const { return Table; }

private:
  using PathNumber = unsigned;
  using ListNumber = unsigned;
  struct File {
    std::string Path;
    FileText Text;
  };
  struct Unit {
    FileNumber Main = 0;
    PathNumber Path = 0;
    std::vector<FileNumber> Forced;
  };
  struct Asked {
    FileState Before;
    std::optional<FileNumber> Number; ///< nothing: it cannot be read
  };
  /// A file as read under one search path.
  using Node = std::pair<PathNumber, FileNumber>;

  std::optional<FileNumber> read(const std::string &Path);
  std::optional<FileNumber> search(PathNumber Path, const IncludeText &Include);
  void resolve(const IncludeText &Include, llvm::StringRef From,
               PathNumber Path, std::vector<FileNumber> &To);
  void addFrom(Node Start);
  llvm::ArrayRef<FileNumber> edges(Node From) const;

  WordTable Table;
  std::vector<std::unique_ptr<File>> Files;
  llvm::StringMap<Asked> AskedPaths;
  std::map<SearchPath, PathNumber> PathNumbers;
  std::vector<const SearchPath *> Paths;
  /// What an #include of a name, be it quoted, finds under a search path.
  llvm::DenseMap<std::pair<PathNumber, unsigned>, std::optional<FileNumber>>
      Searched;
  /// Most files include the same under every search path.
  std::map<std::vector<FileNumber>, ListNumber> ListNumbers;
  std::vector<const std::vector<FileNumber> *> Lists;
  llvm::DenseMap<Node, ListNumber> Edges;
  std::vector<Unit> Units;
};

} // namespace pagesplit

#endif

//===- Maintainers.h - which section of MAINTAINERS owns a file -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Whose a file is: the F:, X: and N: lines of a kernel's MAINTAINERS, matched
/// as the kernel's scripts/get_maintainer.pl matches them, and the people and
/// lists of each section. K: lines are not read.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_SUPPORT_MAINTAINERS_H
#define PAGESPLIT_SUPPORT_MAINTAINERS_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Allocator.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/StringSaver.h"

#include <optional>
#include <string>
#include <vector>

namespace pagesplit {

/// Whom a section of MAINTAINERS names. The strings live as long as the
/// Maintainers they come from.
struct SectionContacts {
  llvm::StringRef Section;
  std::vector<llvm::StringRef> Maintainers; ///< M: "Name <address>"
  std::vector<llvm::StringRef> Reviewers;   ///< R: "Name <address>"
  /// L: the addresses alone, without lists that only take mail of subscribers.
  std::vector<llvm::StringRef> Lists;
};

/// A parsed MAINTAINERS file. Not copyable: patterns point into its text.
class Maintainers {
public:
  /// Asked of every pattern without wildcards and without '/' at its end: the
  /// script treats one that names a directory as if it ended in '/'.
  using IsDirectory = llvm::function_ref<bool(llvm::StringRef Path)>;

  Maintainers(llvm::StringRef Text, IsDirectory Directory);
  Maintainers(const Maintainers &) = delete;
  Maintainers &operator=(const Maintainers &) = delete;

  /// The section that claims \p File most specifically, or "" when only a
  /// section for everything does. Specificity is the script's: the number of
  /// path components of the pattern, above N: lines, above patterns that
  /// start with a wildcard. Equal ones: more literal characters win, then the
  /// name that sorts first.
  llvm::StringRef sectionOf(llvm::StringRef File) const;

  /// The contacts of every section that claims \p File, the most specific
  /// first, except those for everything.
  std::vector<SectionContacts> contactsOf(llvm::StringRef File) const;

  /// Patterns that could not be understood, as "LINE: PATTERN".
  const std::vector<std::string> &refused() const { return Refused; }

private:
  struct Pattern {
    llvm::StringRef Text;
    unsigned Section;
    int Depth;
    unsigned Literal; ///< characters that are no wildcards
    unsigned Slashes;
    llvm::GlobPattern Glob; ///< Text and anything after it
  };
  struct Section {
    SectionContacts Contacts;
    bool Everything = false;
    std::vector<Pattern> Excluded;
  };
  struct NameRegex {
    unsigned Section;
    unsigned Literal;
    llvm::Regex Expression;
  };
  struct Claim {
    int Depth;
    unsigned Literal;
    unsigned Section;
  };

  void addPattern(char Type, llvm::StringRef Value, unsigned Line);
  void addRegex(llvm::StringRef Value, unsigned Line);
  void addContact(char Type, llvm::StringRef Value);
  static bool matches(const Pattern &P, llvm::StringRef File);
  bool isBetter(const Claim &A, const Claim &B) const;
  bool excludes(const Section &S, llvm::StringRef File) const;
  void offer(const Claim &New, llvm::StringRef File,
             std::optional<Claim> &Best) const;
  void eachFileClaim(llvm::StringRef File,
                     llvm::function_ref<void(const Claim &)> Do) const;
  void eachNameClaim(llvm::StringRef File,
                     llvm::function_ref<void(const Claim &)> Do) const;

  llvm::BumpPtrAllocator Storage;
  llvm::StringSaver Texts{Storage};
  std::vector<Section> Sections;
  /// By the directory in front of the first wildcard: whatever a pattern
  /// matches lies below it.
  llvm::StringMap<std::vector<Pattern>> Claims;
  std::vector<NameRegex> Names;
  std::vector<std::string> Refused;
};

} // namespace pagesplit

#endif

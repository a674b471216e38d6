//===- Git.cpp - what libgit2 does for us ---------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Git.h"

#include "pagesplit/Support/Error.h"

#include <git2.h>

#include <memory>

using namespace llvm;
using namespace pagesplit;

namespace {

/// libgit2 must be started before and stopped after use.
struct Library {
  Library() { git_libgit2_init(); }
  ~Library() { git_libgit2_shutdown(); }
};

} // namespace

// Starting takes as long as many diffs.
static void startLibrary() { static Library Started; }

template <typename T, void (*Free)(T *)>
using Owned = std::unique_ptr<T, std::integral_constant<decltype(Free), Free>>;

static Error lastError(StringRef Path) {
  const git_error *Last = git_error_last();
  return errorIn(Path, "git: " + Twine(Last ? Last->message : "unknown error"));
}

Expected<FileDiff> pagesplit::diffOf(StringRef File,
                                     const std::optional<std::string> &Before,
                                     StringRef After) {
  startLibrary();
  git_diff_options Options;
  git_diff_options_init(&Options, GIT_DIFF_OPTIONS_VERSION);
  Options.flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_INDENT_HEURISTIC;
  Options.id_abbrev = 12;
  std::string Name = File.str();
  git_patch *Raw = nullptr;
  if (git_patch_from_buffers(
          &Raw, Before ? Before->data() : nullptr, Before ? Before->size() : 0,
          Name.c_str(), After.data(), After.size(), Name.c_str(), &Options))
    return lastError(File);
  Owned<git_patch, git_patch_free> Patch(Raw);
  git_buf Buffer = GIT_BUF_INIT;
  if (git_patch_to_buf(&Buffer, Patch.get()))
    return lastError(File);
  FileDiff Diff;
  Diff.Text.assign(Buffer.ptr, Buffer.size);
  git_buf_dispose(&Buffer);
  size_t Added = 0, Removed = 0;
  if (git_patch_line_stats(nullptr, &Added, &Removed, Patch.get()))
    return lastError(File);
  Diff.Added = Added;
  Diff.Removed = Removed;
  return std::move(Diff);
}

static Expected<std::string> changedFile(git_repository *Repository,
                                         StringRef Root) {
  git_status_options Options;
  git_status_options_init(&Options, GIT_STATUS_OPTIONS_VERSION);
  Options.show = GIT_STATUS_SHOW_INDEX_AND_WORKDIR;
  Options.flags = GIT_STATUS_OPT_EXCLUDE_SUBMODULES;
  git_status_list *Raw = nullptr;
  if (git_status_list_new(&Raw, Repository, &Options))
    return lastError(Root);
  Owned<git_status_list, git_status_list_free> List(Raw);
  if (!git_status_list_entrycount(List.get()))
    return "";
  const git_status_entry *First = git_status_byindex(List.get(), 0);
  const git_diff_delta *Delta =
      First->head_to_index ? First->head_to_index : First->index_to_workdir;
  return ("'" + Twine(Delta->new_file.path) + "' has changes").str();
}

Expected<std::string> pagesplit::whyNotClean(StringRef Root) {
  startLibrary();
  git_repository *Raw = nullptr;
  int Code = git_repository_open_ext(&Raw, Root.str().c_str(), 0, nullptr);
  if (Code == GIT_ENOTFOUND)
    return "";
  if (Code)
    return lastError(Root);
  Owned<git_repository, git_repository_free> Repository(Raw);
  if (git_repository_is_bare(Repository.get()))
    return "";
  if (git_repository_state(Repository.get()) != GIT_REPOSITORY_STATE_NONE)
    return "a merge, rebase or the like is under way";
  return changedFile(Repository.get(), Root);
}

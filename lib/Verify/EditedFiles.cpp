//===- EditedFiles.cpp - the disk with edits ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EditedFiles.h"

#include "pagesplit/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

namespace {

using FileId = std::pair<uint64_t, uint64_t>;

FileId idOf(const sys::fs::UniqueID &Id) {
  return {Id.getDevice(), Id.getFile()};
}

class EditedFile : public vfs::File {
public:
  EditedFile(vfs::Status Known, StringRef Text)
      : Known(std::move(Known)), Text(Text) {}

  ErrorOr<vfs::Status> status() override { return Known; }
  ErrorOr<std::unique_ptr<MemoryBuffer>> getBuffer(const Twine &Name, int64_t,
                                                   bool, bool) override {
    return MemoryBuffer::getMemBufferCopy(Text, Name);
  }
  std::error_code close() override { return {}; }

private:
  vfs::Status Known;
  StringRef Text;
};

class EditedDisk : public vfs::ProxyFileSystem {
public:
  EditedDisk()
      : ProxyFileSystem(IntrusiveRefCntPtr<vfs::FileSystem>(
            vfs::createPhysicalFileSystem().release())) {}

  Error add(StringRef Path, StringRef Text);

  ErrorOr<vfs::Status> status(const Twine &Path) override {
    const std::string *Text = nullptr;
    return find(Path, Text);
  }
  bool exists(const Twine &Path) override { return bool(status(Path)); }
  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    const std::string *Text = nullptr;
    ErrorOr<vfs::Status> Known = find(Path, Text);
    if (Known && Text)
      return std::make_unique<EditedFile>(std::move(*Known), *Text);
    return ProxyFileSystem::openFileForRead(Path);
  }

private:
  ErrorOr<vfs::Status> find(const Twine &Path, const std::string *&Text);

  std::map<FileId, std::string> Changed;
  /// By their directory and name.
  std::map<std::pair<FileId, std::string>, std::string> New;
};

} // namespace

Error EditedDisk::add(StringRef Path, StringRef Text) {
  if (ErrorOr<vfs::Status> There = ProxyFileSystem::status(Path)) {
    Changed[idOf(There->getUniqueID())] = Text.str();
    return Error::success();
  }
  ErrorOr<vfs::Status> Parent =
      ProxyFileSystem::status(sys::path::parent_path(Path));
  if (!Parent)
    return errorFrom(Path, "read", Parent.getError());
  New[{idOf(Parent->getUniqueID()), sys::path::filename(Path).str()}] =
      Text.str();
  return Error::success();
}

ErrorOr<vfs::Status> EditedDisk::find(const Twine &Path,
                                      const std::string *&Text) {
  ErrorOr<vfs::Status> There = ProxyFileSystem::status(Path);
  if (There) {
    auto Found = Changed.find(idOf(There->getUniqueID()));
    if (Found == Changed.end())
      return There;
    Text = &Found->second;
    return vfs::Status::copyWithNewSize(*There, Text->size());
  }
  if (New.empty())
    return There;
  std::string Name = Path.str();
  StringRef Directory = sys::path::parent_path(Name);
  ErrorOr<vfs::Status> Parent =
      ProxyFileSystem::status(Directory.empty() ? "." : Directory);
  if (!Parent)
    return There;
  auto Found =
      New.find({idOf(Parent->getUniqueID()), sys::path::filename(Name).str()});
  if (Found == New.end())
    return There;
  Text = &Found->second;
  // Any number will do that no file of the disk has.
  sys::fs::UniqueID Id(~uint64_t(0), std::distance(New.begin(), Found));
  return vfs::Status(Name, Id, Parent->getLastModificationTime(), 0, 0,
                     Text->size(), sys::fs::file_type::regular_file,
                     sys::fs::perms::all_read);
}

Expected<IntrusiveRefCntPtr<vfs::FileSystem>>
pagesplit::editedFiles(const SourceTree &Tree, const FileTexts &Texts) {
  IntrusiveRefCntPtr<EditedDisk> Disk(new EditedDisk);
  for (const auto &[File, Text] : Texts) {
    Expected<std::string> Path = Tree.pathOf(File);
    if (!Path)
      return Path.takeError();
    if (Error E = Disk->add(*Path, Text.value_or("")))
      return std::move(E);
  }
  return IntrusiveRefCntPtr<vfs::FileSystem>(Disk);
}

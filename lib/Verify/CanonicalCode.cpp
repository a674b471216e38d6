//===- CanonicalCode.cpp - code without what does not matter --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CanonicalCode.h"

#include "InstructionOrder.h"
#include "LocalNames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/IR/DebugInfo.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Module.h"
#include "llvm/Object/ELFObjectFile.h"
#include "llvm/Support/MemoryBufferRef.h"
#include "llvm/Support/raw_ostream.h"

#include <map>

using namespace llvm;
using namespace pagesplit;

// That an address is aligned better than its type asks for changes nothing
// about how the machine reads it; it comes with the type of the struct.
static void capAlignment(Instruction &I) {
  const DataLayout &Layout = I.getModule()->getDataLayout();
  if (auto *Load = dyn_cast<LoadInst>(&I))
    Load->setAlignment(
        std::min(Load->getAlign(), Layout.getABITypeAlign(Load->getType())));
  if (auto *Store = dyn_cast<StoreInst>(&I))
    Store->setAlignment(
        std::min(Store->getAlign(),
                 Layout.getABITypeAlign(Store->getValueOperand()->getType())));
}

// Groups of attributes are numbered by the module, and metadata too.
static std::string takeAttributes(Function &F) {
  std::string Text;
  raw_string_ostream Out(Text);
  F.getAttributes().print(Out);
  F.setAttributes({});
  for (Instruction &I : instructions(F)) {
    capAlignment(I);
    SmallVector<std::pair<unsigned, MDNode *>, 8> Attached;
    I.getAllMetadata(Attached);
    for (const auto &[Kind, Node] : Attached)
      I.setMetadata(Kind, nullptr);
    if (auto *Call = dyn_cast<CallBase>(&I)) {
      Call->getAttributes().print(Out);
      Call->setAttributes({});
    }
  }
  return Out.str();
}

// What leads to a block is in the branches; the comment has it in the order in
// which they were made.
static std::string withoutPredecessors(StringRef Text) {
  std::string Result;
  for (StringRef Line : split(Text, '\n')) {
    bool IsLabel = !Line.empty() && isDigit(Line.front());
    Result += IsLabel ? Line.split(';').first.rtrim() : Line;
    Result += '\n';
  }
  return Result;
}

template <typename T>
static void addText(std::map<std::string, std::string> &Texts, const T &Value,
                    const std::string &More = "") {
  std::string Text;
  raw_string_ostream Out(Text);
  Value.print(Out);
  Texts[Value.getName().str()] += withoutPredecessors(Text) + More;
}

namespace {

/// Names struct types by what is in them, so that two of one layout are one.
/// Pointers do not name what they point to, so this ends.
class TypeNames {
public:
  explicit TypeNames(const Module &Module) {
    for (StructType *Type : Module.getIdentifiedStructTypes()) {
      Type->setName("");
      Type->setName(Mark.str() + std::to_string(Types.size()) + ".");
      Types.push_back(Type);
    }
  }

  std::string applyTo(StringRef Text) const {
    std::string Result;
    const std::string Word = "%" + Mark.str();
    for (size_t At; (At = Text.find(Word)) != StringRef::npos;) {
      Result += Text.take_front(At);
      Text = Text.drop_front(At + Word.size());
      unsigned Number = 0;
      if (!Text.consumeInteger(10, Number) && Number < Types.size() &&
          Text.consume_front("."))
        Result += layoutOf(*Types[Number]);
    }
    return Result + Text.str();
  }

private:
  std::string layoutOf(const StructType &Type) const {
    if (Type.isOpaque())
      return "opaque";
    std::string Layout = Type.isPacked() ? "<{" : "{";
    raw_string_ostream Out(Layout);
    for (const llvm::Type *Element : Type.elements()) {
      Out << ' ';
      Element->print(Out, /*IsForDebug=*/false, /*NoDetails=*/true);
    }
    Out << (Type.isPacked() ? " }>" : " }");
    return applyTo(Out.str());
  }
  static constexpr StringLiteral Mark = "pagesplit.type.";
  std::vector<const StructType *> Types;
};

} // namespace

std::string pagesplit::canonicalIR(Module &Module) {
  StripDebugInfo(Module);
  renameLocals(Module);
  TypeNames Types(Module);
  std::map<std::string, std::string> Texts;
  // All attributes go before anything is printed.
  std::map<const Function *, std::string> Attributes;
  for (Function &F : Module)
    Attributes[&F] = takeAttributes(F);
  for (Function &F : Module) {
    F.clearMetadata();
    orderByUse(F);
    if (!F.isDeclaration())
      addText(Texts, F, Attributes[&F]);
  }
  for (GlobalVariable &Variable : Module.globals()) {
    Variable.clearMetadata();
    if (!Variable.isDeclaration())
      addText(Texts, Variable);
  }
  for (GlobalAlias &Alias : Module.aliases())
    addText(Texts, Alias);
  std::string Text = Module.getModuleInlineAsm();
  for (const auto &[Name, One] : Texts)
    Text += One;
  return Types.applyTo(Text);
}

namespace {

/// Writes down an ELF file. Whatever cannot be read is written as the error:
/// Clang made the file a moment ago.
class ObjectText {
public:
  explicit ObjectText(const object::ELFObjectFileBase &Object)
      : Object(Object), Out(Text) {}

  std::string run() {
    for (const object::SectionRef &Section : Object.sections())
      add(Section);
    for (const object::ELFSymbolRef Symbol : Object.symbols())
      if (Symbol.getBinding() != ELF::STB_LOCAL)
        Out << place(Symbol) << " is " << orError(Symbol.getName()) << ' '
            << unsigned(Symbol.getBinding()) << ' '
            << unsigned(Symbol.getELFType()) << ' '
            << unsigned(Symbol.getOther()) << ' ' << Symbol.getSize() << '\n';
    return std::move(Text);
  }

private:
  template <typename T> static std::string orError(Expected<T> Value) {
    if (Value)
      return std::string(*Value);
    return toString(Value.takeError());
  }

  static bool isIndex(const object::ELFSectionRef &Section) {
    return is_contained({ELF::SHT_SYMTAB, ELF::SHT_STRTAB, ELF::SHT_RELA,
                         ELF::SHT_REL, ELF::SHT_SYMTAB_SHNDX,
                         ELF::SHT_LLVM_ADDRSIG},
                        Section.getType());
  }

  void add(const object::ELFSectionRef Section) {
    if (!isIndex(Section))
      Out << "section " << orError(Section.getName()) << ' '
          << Section.getType() << ' ' << Section.getFlags() << ' '
          << Section.getAlignment().value() << ' ' << Section.getSize() << ' '
          << (Section.isBSS() ? "" : orError(Section.getContents())) << '\n';
    for (const object::ELFRelocationRef Relocation : Section.relocations())
      Out << Relocation.getOffset() << ' ' << Relocation.getType() << ' '
          << addend(Relocation) << ' ' << target(Relocation) << '\n';
  }

  static int64_t addend(const object::ELFRelocationRef &Relocation) {
    Expected<int64_t> Value = Relocation.getAddend();
    if (Value)
      return *Value;
    consumeError(Value.takeError()); // it is in the contents
    return 0;
  }

  std::string target(const object::ELFRelocationRef &Relocation) {
    object::symbol_iterator It = Relocation.getSymbol();
    if (It == Object.symbol_end())
      return "nothing";
    object::ELFSymbolRef Symbol(*It);
    if (Symbol.getBinding() != ELF::STB_LOCAL)
      return orError(Symbol.getName());
    return place(Symbol);
  }

  std::string place(const object::ELFSymbolRef &Symbol) {
    Expected<object::section_iterator> Section = Symbol.getSection();
    if (!Section)
      return toString(Section.takeError());
    if (*Section == Object.section_end())
      return "nowhere";
    Expected<uint64_t> Value = Symbol.getValue();
    return orError((*Section)->getName()) + "#" +
           std::to_string((*Section)->getIndex()) + "+" +
           (Value ? std::to_string(*Value) : toString(Value.takeError()));
  }

  const object::ELFObjectFileBase &Object;
  std::string Text;
  raw_string_ostream Out;
};

} // namespace

std::string pagesplit::canonicalObject(StringRef Object) {
  Expected<std::unique_ptr<object::ObjectFile>> File =
      object::ObjectFile::createObjectFile(MemoryBufferRef(Object, ""));
  if (!File) {
    consumeError(File.takeError());
    return Object.str();
  }
  auto *Elf = dyn_cast<object::ELFObjectFileBase>(File->get());
  return Elf ? ObjectText(*Elf).run() : Object.str();
}

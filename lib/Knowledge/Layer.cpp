//===- Layer.cpp - one knowledge file, read strictly ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Knowledge/Knowledge.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLTraits.h"

using namespace llvm;
using namespace pagesplit;

static constexpr unsigned KnowledgeFormat = 1;

LLVM_YAML_IS_SEQUENCE_VECTOR(MemoryCall)

template <> struct yaml::ScalarEnumerationTraits<MemoryEffect> {
  static void enumeration(IO &Io, MemoryEffect &Value) {
    Io.enumCase(Value, "read", MemoryEffect::Read);
    Io.enumCase(Value, "write", MemoryEffect::Write);
    Io.enumCase(Value, "rmw", MemoryEffect::ReadModifyWrite);
  }
};

template <> struct yaml::MappingTraits<MemoryCall> {
  static void mapping(IO &Io, MemoryCall &Call) {
    Io.mapRequired("calls", Call.Calls);
    Io.mapRequired("argument", Call.Argument);
    Io.mapRequired("effect", Call.Effect);
    Io.mapRequired("source", Call.Source);
  }
  static std::string validate(IO &, MemoryCall &Call) {
    if (Call.Source.empty())
      return "an entry names its source";
    return Call.Calls.empty() ? "an entry names at least one call" : "";
  }
};

template <> struct yaml::MappingTraits<KnowledgeLayer> {
  static void mapping(IO &Io, KnowledgeLayer &Layer) {
    Io.mapRequired("format", Layer.Format);
    Io.mapRequired("layer", Layer.Layer);
    Io.mapOptional("memory-calls", Layer.MemoryCalls);
  }
  static std::string validate(IO &, KnowledgeLayer &Layer) {
    if (Layer.Format != KnowledgeFormat)
      return "this pagesplit reads knowledge of format " +
             std::to_string(KnowledgeFormat);
    return "";
  }
};

namespace {
struct FirstProblem {
  unsigned Line = 0;
  unsigned Column = 0;
  std::string Message;

  static void keep(const SMDiagnostic &D, void *Context) {
    auto *Self = static_cast<FirstProblem *>(Context);
    if (Self->Line || D.getKind() != SourceMgr::DK_Error)
      return;
    Self->Line = D.getLineNo();
    Self->Column = D.getColumnNo() + 1;
    Self->Message = D.getMessage().str();
  }
};
} // namespace

Expected<KnowledgeLayer> pagesplit::readKnowledgeLayer(StringRef Path) {
  Expected<std::string> Text = readFile(Path);
  if (!Text)
    return Text.takeError();
  KnowledgeLayer Layer;
  FirstProblem Problem;
  yaml::Input In(*Text, nullptr, FirstProblem::keep, &Problem);
  In >> Layer;
  if (In.error())
    return errorAt(Path, Problem.Line, Problem.Column, Problem.Message);
  return Layer;
}

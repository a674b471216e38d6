//===- CompileCommand.cpp - what a compiler command is for ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Kbuild/CompileCommand.h"

#include <algorithm>

using namespace pagesplit::standin;

static bool startsWith(const std::string &Text, const char *Prefix) {
  return Text.rfind(Prefix, 0) == 0;
}

static bool endsWith(const std::string &Text, const std::string &Suffix) {
  return Text.size() >= Suffix.size() &&
         Text.compare(Text.size() - Suffix.size(), Suffix.size(), Suffix) == 0;
}

// What is no option and has another suffix is the value of one, such as the 0
// of "-G 0".
static bool isSource(const std::string &Argument) {
  return endsWith(Argument, ".c") || endsWith(Argument, ".S") ||
         endsWith(Argument, ".s");
}

// Options whose value is the next argument and could look like a source or an
// option.
static bool takesValue(const std::string &Option) {
  static const char *const Options[] = {
      "-o",       "-include", "-isystem",     "-iquote",   "-idirafter",
      "-imacros", "-iprefix", "-iwithprefix", "-isysroot", "-I",
      "-D",       "-U",       "-MF",          "-MT",       "-MQ",
      "-mllvm",   "-Xclang",  "-Xassembler",  "-Xlinker",  "-Xpreprocessor",
      "-target",  "-meabi",   "-arch",        "--param",   "-L",
      "-l",       "-T",       "-u",           "-z",        "-B"};
  return std::any_of(std::begin(Options), std::end(Options),
                     [&](const char *Name) { return Option == Name; });
}

static bool choosesMachine(const std::string &Option) {
  return startsWith(Option, "--target=") || startsWith(Option, "-m") ||
         Option == "-EL" || Option == "-EB";
}

namespace {
/// One pass over the arguments.
class Reader {
public:
  explicit Reader(const std::vector<std::string> &Arguments)
      : Arguments(Arguments) {}

  CompileCommand read();

private:
  void readOption(const std::string &Option);
  void readValue(const std::string &Option, const std::string &Value);
  void decide();

  const std::vector<std::string> &Arguments;
  CompileCommand Command;
  std::vector<std::string> Sources;
  bool Compiles = false, Stops = false, ChecksOnly = false, IsKernel = false;
  bool WantsDependency = false;
};
} // namespace

void Reader::readOption(const std::string &Option) {
  if (Option == "-c")
    Compiles = true;
  else if (Option == "-E" || Option == "-S" || Option == "-M" ||
           Option == "-MM" || startsWith(Option, "-x"))
    Stops = true;
  else if (Option == "-fsyntax-only")
    ChecksOnly = true;
  else if (Option == "-D__KERNEL__")
    IsKernel = true;
  else if (Option == "-MD" || Option == "-MMD")
    WantsDependency = true;
  else if (startsWith(Option, "-Wp,-MD,") || startsWith(Option, "-Wp,-MMD,"))
    Command.Dependency = Option.substr(Option.find(',', 4) + 1);
  else if (choosesMachine(Option))
    Command.Machine.push_back(Option);
  else if (startsWith(Option, "-o"))
    Command.Output = Option.substr(2);
}

void Reader::readValue(const std::string &Option, const std::string &Value) {
  if (Option == "-o")
    Command.Output = Value;
  else if (Option == "-MF")
    Command.Dependency = Value;
  else if (Option == "-D" && Value == "__KERNEL__")
    IsKernel = true;
  else if (Option == "-target" || Option == "-meabi")
    Command.Machine.insert(Command.Machine.end(), {Option, Value});
}

void Reader::decide() {
  if (!IsKernel || Stops || Sources.size() != 1)
    return;
  const std::string &Source = Sources.front();
  const bool IsC = endsWith(Source, ".c");
  if (ChecksOnly)
    Command.What = CompileCommand::SyntaxCheck;
  else if (Compiles && endsWith(Command.Output, ".o"))
    Command.What = IsC ? CompileCommand::CObject : CompileCommand::Assembly;
  else
    return;
  Command.Source = Source;
}

CompileCommand Reader::read() {
  for (size_t I = 0; I < Arguments.size(); ++I) {
    const std::string &Argument = Arguments[I];
    if (takesValue(Argument) && I + 1 < Arguments.size())
      readValue(Argument, Arguments[++I]);
    else if (Argument.size() > 1 && Argument[0] == '-')
      readOption(Argument);
    else if (isSource(Argument))
      Sources.push_back(Argument);
  }
  if (WantsDependency && Command.Dependency.empty())
    Command.Dependency =
        Command.Output.substr(0, Command.Output.rfind('.')) + ".d";
  decide();
  return Command;
}

CompileCommand pagesplit::standin::readCompileCommand(
    const std::vector<std::string> &Arguments) {
  return Reader(Arguments).read();
}

//===- JsonText.cpp - JSON with errors that say where ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Support/JsonText.h"

#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"

using namespace llvm;
using namespace pagesplit;

// llvm::json keeps the place to itself and says "[LINE:COLUMN, byte=N]: TEXT".
Expected<json::Value> pagesplit::parseJson(StringRef Text, StringRef Name,
                                           unsigned FirstLine) {
  Expected<json::Value> Value = json::parse(Text);
  if (Value)
    return Value;
  std::string Said = toString(Value.takeError());
  StringRef Message = Said;
  unsigned Line = 0, Column = 0, Byte = 0;
  if (Message.consume_front("[") && !Message.consumeInteger(10, Line) &&
      Message.consume_front(":") && !Message.consumeInteger(10, Column) &&
      Message.consume_front(", byte=") && !Message.consumeInteger(10, Byte) &&
      Message.consume_front("]: "))
    return errorAt(Name, FirstLine + Line - 1, std::max(Column, 1u), Message);
  return errorIn(Name, Said);
}

Expected<json::Value> pagesplit::readJsonFile(StringRef Path) {
  Expected<std::string> Text = readFile(Path);
  if (!Text)
    return Text.takeError();
  return parseJson(*Text, Path);
}

//===- MatrixFigures.cpp - the numbers behind the matrix ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MatrixFigures.h"

#include "../QueryTable.h"

using namespace llvm;
using namespace pagesplit;

StringRef pagesplit::descriptorQuery() {
  return tableQuery(ReportTable::Descriptors);
}

namespace {

/// Names, and the place of each in the list.
class NameList {
public:
  int64_t indexOf(StringRef Name) {
    auto [At, IsNew] = Index.try_emplace(Name.str(), Index.size());
    if (IsNew)
      Names.push_back(json::fixUTF8(Name));
    return At->second;
  }
  json::Array take() { return std::move(Names); }

private:
  std::map<std::string, int64_t> Index;
  json::Array Names;
};

} // namespace

static constexpr StringLiteral Cube = R"sql(
SELECT subsystem, field, CAST(confidence * 10 AS INTEGER), descriptor, configs,
       sum(mode = 'read'), sum(mode = 'write'), sum(mode = 'rmw'),
       sum(mode = 'address-of'), sum(mode = 'type-only')
FROM access_verdict GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5)sql";

json::Value pagesplit::matrixFigures(Sqlite &Db, const ReportModel &Model,
                                     const Palette &Colours,
                                     ArrayRef<std::string> Fields,
                                     ArrayRef<std::string> Addresses) {
  NameList Subsystems, FieldNames, Descriptors, ConfigSets;
  json::Array Classes, Hrefs;
  for (const SubsystemUse &S : Model.Subsystems)
    Subsystems.indexOf(S.Name);
  for (const std::string &Field : Fields)
    FieldNames.indexOf(Field);
  for (const DescriptorColour &C : Colours.colours()) {
    Descriptors.indexOf(C.Descriptor);
    Classes.push_back(C.Class);
  }
  for (const std::string &Address : Addresses)
    Hrefs.push_back(Address);
  json::Array Rows;
  Statement Query(Db, Cube);
  while (Query.step()) {
    json::Array Row{Subsystems.indexOf(Query.text(0)),
                    FieldNames.indexOf(Query.text(1)), Query.integer(2),
                    Descriptors.indexOf(Query.text(3)),
                    ConfigSets.indexOf(Query.text(4))};
    for (unsigned I = 5; I < 10; ++I)
      Row.push_back(Query.integer(I));
    Rows.push_back(std::move(Row));
  }
  return json::Object{
      {"subsystems", Subsystems.take()}, {"addresses", std::move(Hrefs)},
      {"fields", FieldNames.take()},     {"descriptors", Descriptors.take()},
      {"classes", std::move(Classes)},   {"configs", ConfigSets.take()},
      {"rows", std::move(Rows)}};
}

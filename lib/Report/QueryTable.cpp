//===- QueryTable.cpp - the queries behind the tables ---------------------===//
//-------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "QueryTable.h"

#include "llvm/Support/ErrorHandling.h"

using namespace llvm;
using namespace pagesplit;

StringRef pagesplit::tableQuery(ReportTable Table) {
  switch (Table) {
  case ReportTable::All:
  case ReportTable::Summary:
  case ReportTable::Trees:
  case ReportTable::Fields:
  case ReportTable::Subsystems:
  case ReportTable::Changes:
    break;
  case ReportTable::Matrix:
    return R"sql(
SELECT subsystem, field, word, reads, writes, rmw, address_of, type_only, total
FROM subsystem_field LEFT JOIN field_order USING (field)
ORDER BY sum(total * (field <> '*')) OVER (PARTITION BY subsystem) DESC,
         sum(total) OVER (PARTITION BY subsystem) DESC, subsystem,
         field = '*', rank IS NULL, rank, field)sql";
  case ReportTable::Words:
    return R"sql(
SELECT word, byte_offset, arm, field, subsystem, reads, writes, rmw,
       address_of, type_only, total
FROM word_field_subsystem LEFT JOIN field_order USING (field)
ORDER BY word, rank IS NULL, rank, field, arm, total DESC, subsystem)sql";
  case ReportTable::Coverage:
    return R"sql(
SELECT config, file, subsystem, status, sees_page, error, dropped_flags
FROM unit_full ORDER BY config, file, status, error)sql";
  case ReportTable::Accesses:
    return R"sql(
SELECT subsystem, file, line, column, function, field, path, word, byte_offset,
       byte_size, arm, form, mode, base, via, macros, spelling_file,
       spelling_line, spelling_column
FROM access_full ORDER BY id)sql";
  case ReportTable::Descriptors:
    return R"sql(
SELECT subsystem, field, word, descriptor, reads, writes, rmw, address_of,
       type_only, total
FROM subsystem_field_descriptor LEFT JOIN field_order USING (field)
ORDER BY sum(total * (field <> '*')) OVER (PARTITION BY subsystem) DESC,
         sum(total) OVER (PARTITION BY subsystem) DESC, subsystem,
         field = '*', rank IS NULL, rank, field, total DESC, descriptor)sql";
  case ReportTable::Collisions:
    return R"sql(
SELECT word, subsystem, owners, owned_as, total FROM word_collision
ORDER BY total DESC, word, subsystem)sql";
  case ReportTable::DescriptorUses:
    return R"sql(
SELECT descriptor, accesses, field_accesses, fields, subsystems, files,
       functions
FROM descriptor_use ORDER BY accesses DESC, descriptor)sql";
  }
  llvm_unreachable("this table is more than one query");
}

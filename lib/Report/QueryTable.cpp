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
SELECT a.subsystem, a.file, a.line, a.column, a.function, a.field, path, a.word,
       byte_offset, byte_size, a.arm, a.form, a.mode, a.base, via, macros,
       spelling_file, spelling_line, spelling_column, configs
FROM access_full AS a JOIN access_verdict ON access_id = a.id
ORDER BY a.id)sql";
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
  case ReportTable::Configurations:
    return R"sql(
SELECT config, units, skipped, places, only_here, only_fields,
       only_files, entities, only_entities
FROM config_contribution ORDER BY config)sql";
  }
  llvm_unreachable("this table is more than one query");
}

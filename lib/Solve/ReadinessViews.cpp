//===- ReadinessViews.cpp - what compiles without some members ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Solve/ReadinessViews.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace pagesplit;

static constexpr ReadinessView Views[] = {
    // The file a unit compiles: "f.c" of the unit "f.c#2".
    {"unit_main", R"sql(
SELECT named.id AS source_id, coalesce(main.id, named.id) AS main_id
FROM source AS named
LEFT JOIN source AS main ON named.file <> main.file
  AND named.file LIKE '%#%' AND rtrim(named.file, '0123456789') LIKE '%#'
  AND main.file = substr(rtrim(named.file, '0123456789'), 1,
                         length(rtrim(named.file, '0123456789')) - 1)
WHERE named.id IN (SELECT source_id FROM unit))sql"},

    // An offsetof() in no function and no variable is a static assertion.
    {"field_use", R"sql(
SELECT id AS access_id, field, source_id, spelling_source_id,
       form = 'offsetof' AND function = '' AS is_assertion
FROM access
WHERE form IN ('member', 'offsetof', 'container', 'list-walk', 'designator')
  AND field IN (SELECT field FROM gone_field))sql"},

    // Uses that the same units see and that are the same fault in each.
    {"field_use_group", R"sql(
SELECT config_id, source_id, spelling_source_id, field, is_assertion,
       count(*) AS accesses
FROM field_use JOIN access_config USING (access_id)
GROUP BY config_id, source_id, spelling_source_id, field, is_assertion)sql"},

    {"unit_fault", R"sql(
SELECT unit.id AS unit_id, field,
       CASE WHEN is_assertion THEN 'assertion'
            WHEN spelling_source_id = main_id THEN 'own'
            WHEN used.source_id = main_id THEN 'macro'
            ELSE 'header' END AS fault, accesses,
       used.source_id, spelling_source_id
FROM unit
JOIN unit_main ON unit_main.source_id = unit.source_id
JOIN unit_source ON unit_source.config_id = unit.config_id
                AND unit_source.unit_source_id = unit.source_id
JOIN field_use_group AS used ON used.config_id = unit.config_id
                            AND used.source_id = unit_source.source_id)sql"},

    // A user is a unit whose own file holds or touches a page.
    {"unit_readiness", R"sql(
WITH fault AS (
  SELECT unit_id, sum((fault = 'own') * accesses) AS own,
         sum((fault = 'macro') * accesses) AS macros,
         sum((fault = 'header') * accesses) AS headers,
         sum((fault = 'assertion') * accesses) AS assertions
  FROM unit_fault GROUP BY unit_id)
SELECT unit.id AS unit_id, config.label AS config, source.file,
       subsystem.name AS subsystem,
       CASE WHEN own > 0 THEN 'not-ready'
            WHEN status <> 'complete' THEN 'unknown'
            WHEN macros > 0 OR headers > 0 THEN 'but-headers'
            WHEN assertions > 0 THEN 'but-assertions'
            ELSE 'ready' END AS readiness,
       main_id IN (SELECT source_id FROM access
                   UNION SELECT source_id FROM entity_site) AS is_user,
       coalesce(own, 0) AS own, coalesce(macros, 0) AS macros,
       coalesce(headers, 0) AS headers, coalesce(assertions, 0) AS assertions
FROM unit
JOIN config ON config.id = unit.config_id
JOIN source ON source.id = unit.source_id
JOIN subsystem ON subsystem.id = source.subsystem_id
JOIN unit_main ON unit_main.source_id = unit.source_id
LEFT JOIN fault ON fault.unit_id = unit.id
WHERE sees_page OR status = 'failed')sql"},

    {"subsystem_readiness", R"sql(
SELECT subsystem, count(*) AS units, sum(readiness = 'ready') AS ready,
       sum(readiness = 'but-assertions') AS but_assertions,
       sum(readiness = 'but-headers') AS but_headers,
       sum(readiness = 'not-ready') AS not_ready,
       sum(readiness = 'unknown') AS unknown, sum(is_user) AS users,
       sum(is_user AND readiness IN ('ready', 'but-assertions', 'but-headers'))
         AS users_ready
FROM unit_readiness GROUP BY subsystem)sql"},

    // What has to change, a function, macro or assertion at a time; units that
    // wait for nothing else are in `alone`.
    {"readiness_blocker", R"sql(
WITH place AS (
  SELECT access_id, used.field, used.source_id, used.spelling_source_id,
         spelling_line,
         CASE WHEN is_assertion THEN 'assertion'
              WHEN used.source_id IN (SELECT main_id FROM unit_main)
              THEN CASE WHEN used.source_id = used.spelling_source_id
                        THEN 'own' ELSE 'macro' END
              ELSE 'header' END AS fault,
         CASE WHEN is_assertion THEN ''
              WHEN used.source_id = used.spelling_source_id THEN function
              ELSE coalesce((SELECT macro FROM access_macro AS m
                             WHERE m.access_id = access.id
                             ORDER BY position DESC LIMIT 1), function)
              END AS name,
         CASE WHEN is_assertion THEN spelling_start ELSE 0 END AS start
  FROM field_use AS used JOIN access ON access.id = access_id),
seen AS (
  SELECT DISTINCT place.source_id, config_id, fault, field,
                  spelling_source_id, name, start
  FROM place JOIN access_config USING (access_id)),
blocked AS (
  SELECT DISTINCT unit.id AS unit_id, fault, field, spelling_source_id, name,
                  start
  FROM seen
  JOIN unit_source ON unit_source.source_id = seen.source_id
                  AND unit_source.config_id = seen.config_id
  JOIN unit ON unit.source_id = unit_source.unit_source_id
           AND unit.config_id = seen.config_id),
shared AS (
  SELECT *, count(*) OVER (PARTITION BY unit_id) AS blockers FROM blocked),
total AS (
  SELECT fault, field, spelling_source_id, name, start, count(*) AS units,
         sum(blockers = 1) AS alone
  FROM shared GROUP BY fault, field, spelling_source_id, name, start),
spelled AS (
  SELECT fault, field, spelling_source_id, name, start,
         min(spelling_line) AS line, count(*) AS accesses
  FROM place GROUP BY fault, field, spelling_source_id, name, start)
SELECT fault, source.file, line, name, field, accesses, units, alone
FROM total JOIN spelled USING (fault, field, spelling_source_id, name, start)
JOIN source ON source.id = spelling_source_id)sql"},

    // For each member how many units name it themselves, and otherwise.
    {"field_readiness", R"sql(
WITH used AS (
  SELECT field, count(*) AS accesses FROM field_use GROUP BY field),
named AS (
  SELECT field,
         count(DISTINCT CASE fault WHEN 'own' THEN unit_id END) AS own_units,
         count(DISTINCT CASE fault WHEN 'macro' THEN unit_id END)
           AS macro_units,
         count(DISTINCT CASE fault WHEN 'header' THEN unit_id END)
           AS header_units,
         count(DISTINCT CASE fault WHEN 'assertion' THEN unit_id END)
           AS assertion_units
  FROM unit_fault GROUP BY field)
SELECT gone_field.field, rank, coalesce(accesses, 0) AS accesses,
       coalesce(own_units, 0) AS own_units,
       coalesce(macro_units, 0) AS macro_units,
       coalesce(header_units, 0) AS header_units,
       coalesce(assertion_units, 0) AS assertion_units
FROM gone_field LEFT JOIN used USING (field) LEFT JOIN named USING (field)
LEFT JOIN field_order USING (field))sql"},

    // Each access at fault in each unit.
    {"unit_fault_access", R"sql(
SELECT unit.id AS unit_id, config.label AS config, source.file AS unit,
       CASE WHEN is_assertion THEN 'assertion'
            WHEN field_use.spelling_source_id = main_id THEN 'own'
            WHEN field_use.source_id = main_id THEN 'macro'
            ELSE 'header' END AS fault,
       field_use.field, at.file, access.line, access.column, access.function,
       form, base, spelled.file AS spelling_file, spelling_line,
       spelling_column
FROM unit
JOIN unit_main ON unit_main.source_id = unit.source_id
CROSS JOIN unit_source ON unit_source.config_id = unit.config_id
                      AND unit_source.unit_source_id = unit.source_id
CROSS JOIN field_use ON field_use.source_id = unit_source.source_id
CROSS JOIN access_config ON access_config.access_id = field_use.access_id
                        AND access_config.config_id = unit.config_id
CROSS JOIN access ON access.id = field_use.access_id
JOIN config ON config.id = unit.config_id
JOIN source ON source.id = unit.source_id
JOIN source AS at ON at.id = access.source_id
JOIN source AS spelled ON spelled.id = access.spelling_source_id)sql"},
};

ArrayRef<ReadinessView> pagesplit::readinessViews() { return Views; }

void pagesplit::makeTemporaryReadiness(Sqlite &Db) {
  static constexpr StringLiteral Kept[] = {"unit_main", "field_use",
                                           "field_use_group", "unit_readiness"};
  for (const ReadinessView &View : readinessViews())
    Db.execute(("CREATE TEMP " +
                StringRef(is_contained(Kept, View.Name) ? "TABLE " : "VIEW ") +
                View.Name + " AS" + View.Select)
                   .str());
}

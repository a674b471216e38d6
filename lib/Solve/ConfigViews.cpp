//===- ConfigViews.cpp - views about what each configuration adds ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Schema.h"

llvm::StringRef pagesplit::configSql() {
  return R"sql(
CREATE VIEW config_arch AS
SELECT id AS config_id, label AS config,
       substr(label, 1, instr(label || '/', '/') - 1) AS arch
FROM config;

-- By architecture, and what no other one of the database has.
CREATE VIEW word_arch AS
WITH seen AS (
  SELECT DISTINCT access_id, arch
  FROM access_config JOIN config_arch USING (config_id)),
counted AS (
  SELECT access_id, arch, count(*) OVER (PARTITION BY access_id) AS archs
  FROM seen)
SELECT word.number AS word, arm, field, subsystem.name AS subsystem, arch,
       count(*) AS total, sum(archs = 1) AS only_here
FROM counted
JOIN access ON access.id = access_id
JOIN word ON word.number BETWEEN first_word AND last_word
JOIN source ON source.id = access.source_id
JOIN subsystem ON subsystem.id = source.subsystem_id
GROUP BY word.number, arm, field, subsystem.id, arch;

-- What each configuration shows, and what no other one of the database does. A
-- place is a field where an expression begins: macros and layouts differ between
-- architectures, and make several accesses of what is written once.
CREATE VIEW config_contribution AS
WITH counted AS (
  SELECT config_id, source_id, field,
         count(*) OVER (PARTITION BY source_id, start, field) = 1 AS alone
  FROM (SELECT DISTINCT config_id, source_id, start, field
        FROM access_config JOIN access ON access.id = access_id)),
of_place AS (
  SELECT config_id, count(*) AS places, sum(alone) AS only_here,
         sum(alone AND field <> '*') AS only_fields,
         count(DISTINCT CASE WHEN alone THEN source_id END) AS only_files
  FROM counted GROUP BY config_id),
of_entity AS (
  SELECT config_id, count(*) AS entities, sum(alone) AS only_entities
  FROM (SELECT config_id,
               count(*) OVER (PARTITION BY entity_id) = 1 AS alone
        FROM entity_config)
  GROUP BY config_id)
SELECT config.label AS config, coalesce(asked, 0) AS units,
       coalesce(skipped, 0) AS skipped, coalesce(places, 0) AS places,
       coalesce(only_here, 0) AS only_here,
       coalesce(only_fields, 0) AS only_fields,
       coalesce(only_files, 0) AS only_files,
       coalesce(entities, 0) AS entities,
       coalesce(only_entities, 0) AS only_entities
FROM config
LEFT JOIN coverage ON coverage.config = config.label
LEFT JOIN of_place ON of_place.config_id = config.id
LEFT JOIN of_entity ON of_entity.config_id = config.id;
)sql";
}

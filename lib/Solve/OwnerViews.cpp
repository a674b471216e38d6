//===- OwnerViews.cpp - views about who owns which word -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Schema.h"

llvm::StringRef pagesplit::ownerSql() {
  return R"sql(
-- The text of lines, for reports; a line of more than a thousand bytes is cut.
CREATE TABLE source_line (
  source_id INTEGER NOT NULL REFERENCES source,
  line      INTEGER NOT NULL,
  text      TEXT NOT NULL,
  PRIMARY KEY (source_id, line)
) WITHOUT ROWID;

-- Each access with the descriptor it stands for and where it was seen.
CREATE VIEW access_verdict AS
SELECT access.id AS access_id, subsystem.name AS subsystem, source.file,
       access.line, access.column, access.function, access.field,
       access.first_word AS word, access.last_word, access.arm, access.form,
       access.mode, access.base, verdict.verdict AS descriptor,
       verdict.confidence, verdict.reason, verdict.test, verdict.headness,
       verdict.place_id,
       coalesce((SELECT group_concat(label, ' ')
                 FROM (SELECT label FROM access_config
                       JOIN config ON config.id = config_id
                       WHERE access_id = access.id ORDER BY label)), '')
         AS configs
FROM access
JOIN verdict ON verdict.access_id = access.id
JOIN source ON source.id = access.source_id
JOIN subsystem ON subsystem.id = source.subsystem_id;

CREATE VIEW subsystem_field_descriptor AS
SELECT subsystem.name AS subsystem, field, min(first_word) AS word,
       verdict.verdict AS descriptor,
       sum(mode = 'read') AS reads, sum(mode = 'write') AS writes,
       sum(mode = 'rmw') AS rmw, sum(mode = 'address-of') AS address_of,
       sum(mode = 'type-only') AS type_only, count(*) AS total
FROM access
JOIN verdict ON verdict.access_id = access.id
JOIN source ON source.id = access.source_id
JOIN subsystem ON subsystem.id = source.subsystem_id
GROUP BY subsystem.id, field, verdict.verdict;

CREATE VIEW word_descriptor AS
SELECT word.number AS word, arm, field, verdict.verdict AS descriptor,
       subsystem.name AS subsystem,
       sum(mode = 'read') AS reads, sum(mode = 'write') AS writes,
       sum(mode = 'rmw') AS rmw, sum(mode = 'address-of') AS address_of,
       sum(mode = 'type-only') AS type_only, count(*) AS total
FROM access
JOIN word ON word.number BETWEEN first_word AND last_word
JOIN verdict ON verdict.access_id = access.id
JOIN source ON source.id = access.source_id
JOIN subsystem ON subsystem.id = source.subsystem_id
GROUP BY word.number, arm, field, verdict.verdict, subsystem.id;

-- Words in a union that one subsystem has as two things. What is unknown or a
-- bare page owns nothing.
CREATE VIEW word_collision AS
WITH owner AS (
  SELECT word, subsystem, descriptor, group_concat(DISTINCT field) AS fields,
         sum(total) AS total
  FROM (SELECT * FROM word_descriptor
        WHERE arm <> '' AND descriptor NOT IN ('unknown', 'page')
        ORDER BY field)
  GROUP BY word, subsystem, descriptor)
SELECT word, subsystem, count(*) AS owners,
       group_concat(descriptor || ' (' || replace(fields, ',', ' ') || ') '
                    || total, ', ') AS owned_as,
       sum(total) AS total
FROM (SELECT * FROM owner ORDER BY total DESC, descriptor)
GROUP BY word, subsystem HAVING count(*) > 1;

-- What is left by descriptor; a function counts once in each file.
CREATE VIEW descriptor_use AS
SELECT verdict.verdict AS descriptor, count(*) AS accesses,
       sum(field <> '*') AS field_accesses,
       count(DISTINCT CASE WHEN field <> '*' THEN field END) AS fields,
       count(DISTINCT subsystem_id) AS subsystems,
       count(DISTINCT source_id) AS files,
       count(DISTINCT source_id || ' ' || function) AS functions
FROM access
JOIN verdict ON verdict.access_id = access.id
JOIN source ON source.id = access.source_id
GROUP BY verdict.verdict;
)sql";
}

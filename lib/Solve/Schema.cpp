//===- Schema.cpp - the tables and views of a database --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Schema.h"

llvm::StringRef pagesplit::tableSql() {
  return R"sql(
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE config (
  id    INTEGER PRIMARY KEY,
  label TEXT NOT NULL UNIQUE
);

CREATE TABLE subsystem (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE source (
  id           INTEGER PRIMARY KEY,
  file         TEXT NOT NULL UNIQUE,
  subsystem_id INTEGER NOT NULL REFERENCES subsystem
);

CREATE TABLE source_hash (
  source_id INTEGER NOT NULL REFERENCES source,
  hash      TEXT NOT NULL,
  PRIMARY KEY (source_id, hash)
) WITHOUT ROWID;

CREATE TABLE unit (
  id        INTEGER PRIMARY KEY,
  config_id INTEGER NOT NULL REFERENCES config,
  source_id INTEGER NOT NULL REFERENCES source,
  status    TEXT NOT NULL,
  error     TEXT NOT NULL,
  sees_page INTEGER NOT NULL
);

CREATE TABLE unit_dropped_flag (
  unit_id  INTEGER NOT NULL REFERENCES unit,
  position INTEGER NOT NULL,
  flag     TEXT NOT NULL,
  PRIMARY KEY (unit_id, position)
) WITHOUT ROWID;

CREATE TABLE unit_source (
  config_id      INTEGER NOT NULL REFERENCES config,
  unit_source_id INTEGER NOT NULL REFERENCES source,
  source_id      INTEGER NOT NULL REFERENCES source,
  PRIMARY KEY (config_id, unit_source_id, source_id)
) WITHOUT ROWID;

CREATE TABLE layout (
  id        INTEGER PRIMARY KEY,
  config_id INTEGER NOT NULL REFERENCES config,
  page_size INTEGER NOT NULL,
  word_size INTEGER NOT NULL,
  source_id INTEGER REFERENCES source,
  line      INTEGER NOT NULL
);

CREATE TABLE layout_member (
  id          INTEGER PRIMARY KEY,
  config_id   INTEGER NOT NULL REFERENCES config,
  path        TEXT NOT NULL,
  type        TEXT NOT NULL,
  byte_offset INTEGER NOT NULL,
  byte_size   INTEGER NOT NULL,
  arm         TEXT NOT NULL
);

CREATE TABLE access (
  id                 INTEGER PRIMARY KEY,
  source_id          INTEGER NOT NULL REFERENCES source,
  line               INTEGER NOT NULL,
  column             INTEGER NOT NULL,
  start              INTEGER NOT NULL,
  length             INTEGER NOT NULL,
  spelling_source_id INTEGER NOT NULL REFERENCES source,
  spelling_line      INTEGER NOT NULL,
  spelling_column    INTEGER NOT NULL,
  spelling_start     INTEGER NOT NULL,
  spelling_length    INTEGER NOT NULL,
  function           TEXT NOT NULL,
  form               TEXT NOT NULL,
  mode               TEXT NOT NULL,
  field              TEXT NOT NULL,
  path               TEXT NOT NULL,
  byte_offset        INTEGER NOT NULL,
  byte_size          INTEGER NOT NULL,
  word_size          INTEGER NOT NULL,
  first_word         INTEGER,
  last_word          INTEGER,
  arm                TEXT NOT NULL,
  base               TEXT NOT NULL,
  via                TEXT NOT NULL
);

CREATE TABLE access_macro (
  access_id INTEGER NOT NULL REFERENCES access,
  position  INTEGER NOT NULL,
  macro     TEXT NOT NULL,
  PRIMARY KEY (access_id, position)
) WITHOUT ROWID;

CREATE TABLE access_config (
  access_id INTEGER NOT NULL REFERENCES access,
  config_id INTEGER NOT NULL REFERENCES config,
  PRIMARY KEY (access_id, config_id)
) WITHOUT ROWID;

CREATE TABLE entity (
  id       INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL,
  owner    TEXT NOT NULL,
  scope    TEXT NOT NULL,
  position INTEGER,
  name     TEXT NOT NULL,
  depth    INTEGER NOT NULL,
  type     TEXT NOT NULL
);

CREATE TABLE entity_site (
  id            INTEGER PRIMARY KEY,
  entity_id     INTEGER NOT NULL REFERENCES entity,
  source_id     INTEGER NOT NULL REFERENCES source,
  line          INTEGER NOT NULL,
  column        INTEGER NOT NULL,
  start         INTEGER NOT NULL,
  length        INTEGER NOT NULL,
  name          TEXT NOT NULL,
  type          TEXT NOT NULL,
  is_definition INTEGER NOT NULL,
  is_primary    INTEGER NOT NULL
);

CREATE TABLE entity_config (
  entity_id INTEGER NOT NULL REFERENCES entity,
  config_id INTEGER NOT NULL REFERENCES config,
  PRIMARY KEY (entity_id, config_id)
) WITHOUT ROWID;

-- Where a page can be: entities, and what lies between them.
CREATE TABLE place (
  id       INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL,
  owner    TEXT NOT NULL,
  scope    TEXT NOT NULL,
  position INTEGER,
  name     TEXT NOT NULL,
  at       TEXT NOT NULL
);

CREATE TABLE verdict (
  id         INTEGER PRIMARY KEY,
  entity_id  INTEGER REFERENCES entity,
  access_id  INTEGER REFERENCES access,
  place_id   INTEGER REFERENCES place,
  verdict    TEXT NOT NULL,
  confidence REAL NOT NULL,
  reason     TEXT NOT NULL,
  test       TEXT NOT NULL,
  headness   TEXT NOT NULL,
  CHECK ((entity_id IS NULL) <> (access_id IS NULL))
);

-- What speaks for one descriptor at one place, and the next step towards where
-- that is known from: next_place_id is NULL at the end of the path.
CREATE TABLE belief (
  place_id      INTEGER NOT NULL REFERENCES place,
  side          TEXT NOT NULL,
  descriptor    TEXT NOT NULL,
  confidence    REAL NOT NULL,
  move          TEXT NOT NULL,
  location      TEXT NOT NULL,
  through       TEXT NOT NULL,
  next_place_id INTEGER REFERENCES place,
  next_side     TEXT NOT NULL,
  PRIMARY KEY (place_id, side, descriptor)
) WITHOUT ROWID;

-- Sources out of sight, and how many entities are unknown because of each.
CREATE TABLE blocker (
  id       INTEGER PRIMARY KEY,
  place_id INTEGER NOT NULL REFERENCES place,
  location TEXT NOT NULL,
  entities INTEGER NOT NULL
);

-- What alone would decide an unknown place, one row for each side.
CREATE TABLE missing (
  place_id       INTEGER NOT NULL REFERENCES place,
  side           TEXT NOT NULL,
  fact           TEXT NOT NULL,
  about_place_id INTEGER NOT NULL REFERENCES place,
  location       TEXT NOT NULL,
  type           TEXT NOT NULL,
  still_open     INTEGER NOT NULL,
  PRIMARY KEY (place_id, side)
) WITHOUT ROWID;

-- Members that the page of one word still has, by the knowledge files.
CREATE TABLE staying_field (
  field TEXT PRIMARY KEY
) WITHOUT ROWID;

-- Numbers from 0 on, one for each word of the largest struct page.
CREATE TABLE word (
  number INTEGER PRIMARY KEY
);

CREATE INDEX access_by_source ON access (source_id, line);
CREATE INDEX access_by_field ON access (field);
CREATE INDEX entity_site_by_entity ON entity_site (entity_id);
CREATE INDEX verdict_by_entity ON verdict (entity_id);
CREATE INDEX verdict_by_access ON verdict (access_id);
)sql";
}

llvm::StringRef pagesplit::viewSql() {
  return R"sql(
CREATE VIEW source_subsystem AS
SELECT source.file, subsystem.name AS subsystem
FROM source JOIN subsystem ON subsystem.id = source.subsystem_id;

-- The members of struct page from the first byte to the last.
CREATE VIEW field_order AS
SELECT path AS field,
       row_number() OVER (ORDER BY min(byte_offset), min(arm), path) AS rank
FROM layout_member GROUP BY path;

CREATE VIEW gone_field AS
SELECT DISTINCT path AS field FROM layout_member
WHERE path NOT IN (SELECT field FROM staying_field);

CREATE VIEW access_full AS
SELECT access.id, subsystem.name AS subsystem, source.file, access.line,
       access.column, access.function, access.field, access.path,
       access.first_word AS word, access.last_word, access.byte_offset,
       access.byte_size, access.arm, access.form, access.mode, access.base,
       access.via,
       coalesce((SELECT group_concat(macro, ' ')
                 FROM (SELECT macro FROM access_macro
                       WHERE access_id = access.id ORDER BY position)), '')
         AS macros,
       spelled.file AS spelling_file, access.spelling_line,
       access.spelling_column
FROM access
JOIN source ON source.id = access.source_id
JOIN subsystem ON subsystem.id = source.subsystem_id
JOIN source AS spelled ON spelled.id = access.spelling_source_id;

CREATE VIEW subsystem_field AS
SELECT subsystem.name AS subsystem, field,
       min(first_word) AS word,
       sum(mode = 'read') AS reads, sum(mode = 'write') AS writes,
       sum(mode = 'rmw') AS rmw, sum(mode = 'address-of') AS address_of,
       sum(mode = 'type-only') AS type_only, count(*) AS total
FROM access
JOIN source ON source.id = access.source_id
JOIN subsystem ON subsystem.id = source.subsystem_id
GROUP BY subsystem.id, field;

CREATE VIEW word_field_subsystem AS
SELECT word.number AS word,
       min(max(byte_offset, word.number * word_size)) AS byte_offset,
       arm, field, subsystem.name AS subsystem,
       sum(mode = 'read') AS reads, sum(mode = 'write') AS writes,
       sum(mode = 'rmw') AS rmw, sum(mode = 'address-of') AS address_of,
       sum(mode = 'type-only') AS type_only, count(*) AS total
FROM access
JOIN word ON word.number BETWEEN first_word AND last_word
JOIN source ON source.id = access.source_id
JOIN subsystem ON subsystem.id = source.subsystem_id
GROUP BY word.number, arm, field, subsystem.id;

CREATE VIEW coverage AS
SELECT config.label AS config, count(*) AS asked,
       sum(status = 'complete') AS complete, sum(status = 'partial') AS partial,
       sum(status = 'failed') AS failed, sum(sees_page) AS sees_page,
       sum(status = 'skipped') AS skipped
FROM unit JOIN config ON config.id = unit.config_id
GROUP BY config.id;

CREATE VIEW unit_full AS
SELECT config.label AS config, source.file, subsystem.name AS subsystem,
       status, sees_page, error,
       coalesce((SELECT group_concat(flag, ' ')
                 FROM (SELECT flag FROM unit_dropped_flag
                       WHERE unit_id = unit.id ORDER BY position)), '')
         AS dropped_flags
FROM unit
JOIN config ON config.id = unit.config_id
JOIN source ON source.id = unit.source_id
JOIN subsystem ON subsystem.id = source.subsystem_id;

CREATE VIEW failed_unit AS
SELECT config.label AS config, source.file, status, error
FROM unit
JOIN config ON config.id = unit.config_id
JOIN source ON source.id = unit.source_id
WHERE status IN ('partial', 'failed');

CREATE VIEW dropped_flag AS
SELECT config.label AS config, flag, count(DISTINCT unit.id) AS units
FROM unit_dropped_flag
JOIN unit ON unit.id = unit_id
JOIN config ON config.id = unit.config_id
GROUP BY config.id, flag;

-- One row for each definition of an entity, or for its first declaration.
CREATE VIEW entity_full AS
SELECT entity.id, subsystem.name AS subsystem, source.file, entity_site.line,
       entity_site.column, entity.kind, entity.owner, entity.scope,
       entity.position, entity_site.name, entity.depth, entity_site.type
FROM entity
JOIN entity_site ON entity_site.entity_id = entity.id
                AND (is_primary OR is_definition)
JOIN source ON source.id = entity_site.source_id
JOIN subsystem ON subsystem.id = source.subsystem_id;

CREATE VIEW blocker_full AS
SELECT place.kind, owner, scope, place.position, name, at, location, entities
FROM blocker JOIN place ON place.id = blocker.place_id;

-- One row for each place where an entity is declared, and for each access.
CREATE VIEW verdict_full AS
SELECT source.file, entity_site.line, entity_site.column,
       entity.owner AS function, entity.kind, entity.position,
       entity_site.name, '' AS field, verdict, confidence, reason, test,
       headness, place_id, is_primary OR is_definition AS is_main
FROM verdict
JOIN entity ON entity.id = verdict.entity_id
JOIN entity_site ON entity_site.entity_id = entity.id
JOIN source ON source.id = entity_site.source_id
UNION ALL
SELECT source.file, line, column, function, 'access', NULL, base, field,
       verdict, confidence, reason, test, headness, place_id, 1
FROM verdict
JOIN access ON access.id = verdict.access_id
JOIN source ON source.id = access.source_id;
)sql";
}

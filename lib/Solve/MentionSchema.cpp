//===- MentionSchema.cpp - tables and views about mentions ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Schema.h"

llvm::StringRef pagesplit::mentionSql() {
  return R"sql(
-- Lines of the source tree that mention struct page. reason is empty for those
-- that some configuration compiles.
CREATE TABLE mention (
  id        INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source,
  line      INTEGER NOT NULL,
  reason    TEXT NOT NULL,
  needs     TEXT NOT NULL
);

CREATE TABLE mention_config (
  mention_id INTEGER NOT NULL REFERENCES mention,
  config_id  INTEGER NOT NULL REFERENCES config,
  PRIMARY KEY (mention_id, config_id)
) WITHOUT ROWID;

CREATE TABLE mention_symbol (
  mention_id INTEGER NOT NULL REFERENCES mention,
  symbol     TEXT NOT NULL,
  PRIMARY KEY (mention_id, symbol)
) WITHOUT ROWID;

CREATE TABLE config_symbol (
  id         INTEGER PRIMARY KEY,
  symbol     TEXT NOT NULL,
  file       TEXT NOT NULL,
  line       INTEGER NOT NULL,
  depends_on TEXT NOT NULL
);

CREATE VIEW mention_full AS
SELECT subsystem.name AS subsystem, source.file, line, reason, needs,
       coalesce((SELECT group_concat(label, ' ')
                 FROM (SELECT label FROM mention_config
                       JOIN config ON config.id = config_id
                       WHERE mention_id = mention.id ORDER BY label)), '')
         AS configs
FROM mention
JOIN source ON source.id = mention.source_id
JOIN subsystem ON subsystem.id = source.subsystem_id;

CREATE VIEW mention_gap AS
SELECT reason, needs, count(*) AS lines, count(DISTINCT source_id) AS files
FROM mention WHERE reason <> '' GROUP BY reason, needs;

-- architectures is empty for a symbol that not only architectures define.
CREATE VIEW symbol_gap AS
SELECT symbol, count(*) AS lines, count(DISTINCT source_id) AS files,
       coalesce((SELECT group_concat(a, ' ')
                 FROM (SELECT DISTINCT
                              substr(file, 6, instr(substr(file, 6), '/') - 1)
                                AS a
                       FROM config_symbol AS d
                       WHERE d.symbol = mention_symbol.symbol ORDER BY a)
                 WHERE NOT EXISTS (SELECT 1 FROM config_symbol AS e
                                   WHERE e.symbol = mention_symbol.symbol
                                     AND e.file NOT LIKE 'arch/%/%')), '')
         AS architectures,
       coalesce((SELECT file || ':' || line FROM config_symbol AS d
                 WHERE d.symbol = mention_symbol.symbol
                 ORDER BY id LIMIT 1), '') AS defined_at,
       coalesce((SELECT depends_on FROM config_symbol AS d
                 WHERE d.symbol = mention_symbol.symbol
                 ORDER BY id LIMIT 1), '') AS depends_on
FROM mention_symbol JOIN mention ON mention.id = mention_id
GROUP BY symbol;

CREATE VIEW subsystem_mentions AS
SELECT subsystem.name AS subsystem, count(*) AS mentions,
       sum(reason = '') AS compiled, sum(reason <> '') AS never
FROM mention
JOIN source ON source.id = mention.source_id
JOIN subsystem ON subsystem.id = source.subsystem_id
GROUP BY subsystem.id;

-- only_here: lines that no other configuration compiles.
CREATE VIEW config_mentions AS
SELECT label AS config, count(mention_id) AS mentions,
       sum(mention_id IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM mention_config AS other
         WHERE other.mention_id = mine.mention_id
           AND other.config_id <> mine.config_id)) AS only_here
FROM config LEFT JOIN mention_config AS mine ON mine.config_id = config.id
GROUP BY config.id;
)sql";
}

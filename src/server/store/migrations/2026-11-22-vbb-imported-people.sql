-- 汇总表导入: by which a line that was imported before is known again, however its draft was changed since; a keyed hash of what it said.
ALTER TABLE nominations ADD COLUMN import_mark bytea;
CREATE UNIQUE INDEX one_draft_an_imported_line ON nominations (campaign_id, unit_id, import_mark) WHERE import_mark IS NOT NULL AND state <> 'withdrawn';

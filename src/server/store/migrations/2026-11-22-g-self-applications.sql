-- 个人申报: begun by the person alone, in the drafts of the unit whose consent it needs.
ALTER TABLE nominations ADD COLUMN origin text NOT NULL DEFAULT 'unit' CHECK (origin IN ('unit','self'));

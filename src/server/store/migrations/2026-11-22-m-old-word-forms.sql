-- 旧版 Word 表: beside an office's own form in .doc stands the .docx that a program of this machine made of it, which is what the product reads and fills in.
ALTER TABLE attachments ADD COLUMN made_sha256 text REFERENCES blobs, ADD COLUMN made_bytes bigint,
  -- Why there is none although it was tried.
  ADD COLUMN made_failure text CHECK (made_failure IN ('heavy','broken')),
  ADD CONSTRAINT made_of_old_word CHECK ((made_sha256 IS NULL) = (made_bytes IS NULL) AND (made_sha256 IS NULL OR made_failure IS NULL) AND (format = 'doc' OR made_sha256 IS NULL AND made_failure IS NULL));

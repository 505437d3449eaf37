-- 附件: the office's own files in place of the sheets the product makes; every change stays, the newest version is in force.
CREATE TABLE attachments (
  campaign_id uuid NOT NULL REFERENCES campaigns,
  -- Which of the sheets that the definition asks for.
  attachment text NOT NULL CHECK (attachment <> ''),
  version int NOT NULL CHECK (version >= 1),
  -- Null: the product's own again.
  sha256 text REFERENCES blobs,
  bytes bigint,
  format text CHECK (format IN ('pdf','docx','doc','xlsx','xls')),
  original_name text,
  -- Why, where units had the version before.
  reason text NOT NULL,
  -- Taken over from the campaign of another year.
  from_campaign_id uuid REFERENCES campaigns,
  given_by uuid NOT NULL REFERENCES accounts,
  given_at timestamptz NOT NULL,
  PRIMARY KEY (campaign_id, attachment, version),
  CONSTRAINT file_whole_or_none CHECK ((sha256 IS NULL) = (bytes IS NULL) AND (sha256 IS NULL) = (format IS NULL) AND (sha256 IS NULL) = (original_name IS NULL))
);

-- 转载: whose notice it is and where it stands, as the office states it. 去年的活动: which campaign it was made of.
ALTER TABLE campaigns ADD COLUMN original_name text, ADD COLUMN original_url text CHECK (original_url ~ '^https?://'), ADD COLUMN previous_campaign_id uuid REFERENCES campaigns,
  ADD CONSTRAINT original_with_its_name CHECK (original_url IS NULL OR original_name IS NOT NULL), ADD CONSTRAINT not_its_own_previous CHECK (previous_campaign_id <> id);

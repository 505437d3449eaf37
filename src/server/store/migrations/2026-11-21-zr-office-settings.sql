-- 催办时间: how soon the office of a campaign looks for what, in hours; null: the usual times.
ALTER TABLE campaigns ADD COLUMN reminder_pace jsonb CHECK (jsonb_typeof(reminder_pace) = 'object');

-- 另加的附件: what the notice brings along beside the sheets its definition asks for. Their files and versions stand in `attachments`, under the same name.
CREATE TABLE added_attachments (
  campaign_id uuid NOT NULL REFERENCES campaigns,
  attachment text NOT NULL CHECK (attachment LIKE 'added-%'),
  title text NOT NULL CHECK (title <> ''),
  title_en text NOT NULL CHECK (title_en <> ''),
  -- In the order of the list.
  ordinal int NOT NULL CHECK (ordinal >= 1),
  added_by uuid NOT NULL REFERENCES accounts,
  added_at timestamptz NOT NULL,
  removed_by uuid REFERENCES accounts,
  removed_at timestamptz,
  PRIMARY KEY (campaign_id, attachment),
  UNIQUE (campaign_id, ordinal),
  CONSTRAINT removed_by_somebody CHECK ((removed_at IS NULL) = (removed_by IS NULL))
);

-- 推荐表的填写位置: what the office corrected in the product's reading of its own form; for one file, so that another file begins anew.
CREATE TABLE form_places (
  campaign_id uuid NOT NULL REFERENCES campaigns,
  attachment text NOT NULL CHECK (attachment <> ''),
  sha256 text NOT NULL REFERENCES blobs,
  -- Id of the place in the file → key of the value; an empty key leaves the place as it is.
  corrections jsonb NOT NULL CHECK (jsonb_typeof(corrections) = 'object'),
  corrected_by uuid NOT NULL REFERENCES accounts,
  corrected_at timestamptz NOT NULL,
  PRIMARY KEY (campaign_id, attachment, sha256)
);

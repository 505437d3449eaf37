-- 有关情况及时报告: from a unit or an office to the office the notice names, of the campaign or of a level above it; answers, read marks, an end.
CREATE TABLE situation_reports (
  id uuid PRIMARY KEY,
  -- By whose notice it is reported.
  campaign_id uuid NOT NULL REFERENCES campaigns,
  sender_id uuid NOT NULL REFERENCES organisations,
  addressee_id uuid NOT NULL REFERENCES organisations,
  title text NOT NULL CHECK (title <> ''),
  words text NOT NULL CHECK (words <> ''),
  urgency text NOT NULL CHECK (urgency IN ('usual','urgent')),
  sent_by uuid NOT NULL REFERENCES accounts,
  sent_at timestamptz NOT NULL,
  -- Who of the addressee opened it first.
  opened_by uuid REFERENCES accounts,
  opened_at timestamptz,
  closed_by uuid REFERENCES accounts,
  closed_at timestamptz,
  CHECK (sender_id <> addressee_id),
  CHECK ((opened_at IS NULL) = (opened_by IS NULL)),
  CHECK ((closed_at IS NULL) = (closed_by IS NULL))
);
CREATE INDEX situation_reports_by_addressee ON situation_reports (addressee_id, sent_at DESC, id DESC);
CREATE INDEX situation_reports_by_sender ON situation_reports (sender_id, sent_at DESC, id DESC);
CREATE INDEX situation_reports_by_campaign ON situation_reports (campaign_id, sent_at DESC, id DESC);

-- Only added to.
CREATE TABLE situation_answers (
  id uuid PRIMARY KEY,
  report_id uuid NOT NULL REFERENCES situation_reports,
  organisation_id uuid NOT NULL REFERENCES organisations,
  words text NOT NULL CHECK (words <> ''),
  by uuid NOT NULL REFERENCES accounts,
  at timestamptz NOT NULL
);
CREATE INDEX situation_answers_by_report ON situation_answers (report_id, at);

CREATE TABLE situation_files (
  id uuid PRIMARY KEY,
  report_id uuid NOT NULL REFERENCES situation_reports,
  name text NOT NULL,
  media_type text NOT NULL CHECK (media_type IN ('application/pdf','image/jpeg','image/png')),
  sha256 text NOT NULL REFERENCES blobs,
  bytes bigint NOT NULL,
  added_by uuid NOT NULL REFERENCES accounts,
  added_at timestamptz NOT NULL,
  UNIQUE (report_id, sha256)
);
CREATE INDEX situation_files_by_file ON situation_files (sha256);

-- 提示 beside a notice (疫情、天气): it expires by itself.
CREATE TABLE advisories (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  kind text NOT NULL CHECK (kind IN ('epidemic','weather','other')),
  words jsonb NOT NULL,
  given_by uuid NOT NULL REFERENCES accounts,
  given_at timestamptz NOT NULL,
  until timestamptz NOT NULL CHECK (until > given_at),
  ended_at timestamptz,
  ended_by uuid REFERENCES accounts,
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX advisories_by_campaign ON advisories (campaign_id, until) WHERE ended_at IS NULL;

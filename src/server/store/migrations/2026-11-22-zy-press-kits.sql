-- 媒体素材包: picks from one published text, behind a link that expires; ends with its story.
CREATE TABLE press_kits (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  nomination_id uuid NOT NULL REFERENCES nominations,
  -- Of the public text its sentences were picked from: of another text it opens nothing.
  story_hash text NOT NULL,
  short_picks int[] NOT NULL CHECK (cardinality(short_picks) > 0),
  middle_picks int[] NOT NULL CHECK (cardinality(middle_picks) > 0),
  media uuid[] NOT NULL,
  posters uuid[] NOT NULL,
  contact jsonb NOT NULL,
  -- SHA-256 of 256 random bits; the token itself is kept nowhere.
  token_hash bytea NOT NULL UNIQUE,
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL REFERENCES accounts,
  until timestamptz NOT NULL,
  ended_at timestamptz,
  -- Null where it ended with its story.
  ended_by uuid REFERENCES accounts,
  -- Numbers alone: who came is written nowhere.
  opened int NOT NULL DEFAULT 0,
  downloads int NOT NULL DEFAULT 0,
  last_download_at timestamptz,
  CONSTRAINT ended_by_somebody CHECK (ended_at IS NOT NULL OR ended_by IS NULL),
  CONSTRAINT open_for_a_time CHECK (until > made_at)
);
CREATE INDEX press_kits_by_nomination ON press_kits (nomination_id, made_at);
CREATE INDEX press_kits_by_campaign ON press_kits (campaign_id, made_at);
-- A picture in full size, drawn anew without its metadata: {sha256, bytes, width, height}.
ALTER TABLE story_media ADD COLUMN press jsonb;

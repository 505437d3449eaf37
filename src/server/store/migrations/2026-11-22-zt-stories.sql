-- 人物故事 of somebody who was put on public notice: one text as it stands now, and what is public of it.
CREATE TABLE stories (
  nomination_id uuid PRIMARY KEY REFERENCES nominations,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  revision int NOT NULL,
  document jsonb NOT NULL,
  hash text NOT NULL,
  saved_by uuid NOT NULL REFERENCES accounts,
  saved_at timestamptz NOT NULL,
  -- 同意宣传, apart from whether the text is true; the last word counts.
  consent boolean,
  consent_at timestamptz,
  -- Set: it goes public at this moment, as this text; once it did, what is public.
  publish_at timestamptz,
  published_at timestamptz,
  published jsonb,
  published_hash text,
  -- Pictures and films that anybody may fetch.
  public_media uuid[] NOT NULL DEFAULT '{}',
  withdrawn_at timestamptz,
  withdrawn_why text,
  CHECK ((consent IS NULL) = (consent_at IS NULL)),
  CHECK ((published IS NULL) = (published_hash IS NULL)),
  CHECK (published_at IS NULL OR published IS NOT NULL),
  CHECK (withdrawn_at IS NULL OR (cardinality(public_media) = 0 AND publish_at IS NULL))
);
CREATE INDEX stories_by_campaign ON stories (campaign_id);
-- Each text that somebody else went on from, or that was judged.
CREATE TABLE story_versions (
  nomination_id uuid NOT NULL REFERENCES stories,
  revision int NOT NULL,
  document jsonb NOT NULL,
  hash text NOT NULL,
  saved_by uuid NOT NULL REFERENCES accounts,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (nomination_id, revision)
);
-- Only added to: the last word of a kind about a text counts.
CREATE TABLE story_clearances (
  id uuid PRIMARY KEY,
  nomination_id uuid NOT NULL REFERENCES stories,
  kind text NOT NULL CHECK (kind IN ('review','person','secrecy')),
  hash text NOT NULL,
  yes boolean NOT NULL,
  note text NOT NULL DEFAULT '',
  said_by uuid NOT NULL REFERENCES accounts,
  role text NOT NULL,
  said_at timestamptz NOT NULL,
  -- The sheet the person signed, where the unit's approver speaks in the person's place.
  paper_sha256 text REFERENCES blobs,
  CHECK (yes OR note <> '')
);
CREATE INDEX story_clearances_by_story ON story_clearances (nomination_id, said_at);
CREATE TABLE story_media (
  id uuid PRIMARY KEY,
  nomination_id uuid NOT NULL REFERENCES stories,
  kind text NOT NULL CHECK (kind IN ('picture','film')),
  name text NOT NULL,
  sha256 text NOT NULL REFERENCES blobs,
  bytes bigint NOT NULL,
  width int NOT NULL,
  height int NOT NULL,
  seconds double precision,
  plays boolean NOT NULL,
  coding text NOT NULL,
  -- Of a picture, by its width: what pages show, without any metadata.
  renditions jsonb NOT NULL DEFAULT '{}',
  credit text NOT NULL DEFAULT '',
  people text CHECK (people IN ('nobody','person','others','children')),
  consent text NOT NULL DEFAULT '',
  -- WebVTT.
  captions text,
  added_by uuid NOT NULL REFERENCES accounts,
  added_at timestamptz NOT NULL,
  removed_at timestamptz,
  CHECK (kind = 'film' OR (seconds IS NULL AND captions IS NULL))
);
CREATE INDEX story_media_by_story ON story_media (nomination_id, added_at);
CREATE INDEX story_media_by_file ON story_media (sha256);

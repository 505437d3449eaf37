-- 学习宣传活动 as units record them; sums are made when they are asked for, never kept beside.
CREATE TABLE activities (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  -- Who held it: a unit of the campaign, or the office itself.
  unit_id uuid NOT NULL REFERENCES organisations,
  name text NOT NULL CHECK (name <> ''),
  form text NOT NULL,
  other_form text NOT NULL DEFAULT '',
  day date NOT NULL,
  place text NOT NULL CHECK (place <> ''),
  -- NULL: not counted.
  people int CHECK (people BETWEEN 1 AND 1000000),
  hosts text NOT NULL DEFAULT '',
  words text NOT NULL DEFAULT '',
  links text[] NOT NULL DEFAULT '{}',
  -- 1, 2, 3 …: each with its line in activity_versions.
  revision int NOT NULL CHECK (revision >= 1),
  recorded_by uuid NOT NULL REFERENCES accounts,
  recorded_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_why text,
  -- 放行: everybody may read it; of this very revision.
  released_at timestamptz,
  released_by uuid REFERENCES accounts,
  CHECK ((withdrawn_at IS NULL) = (withdrawn_why IS NULL)),
  CHECK ((released_at IS NULL) = (released_by IS NULL)),
  CHECK (withdrawn_at IS NULL OR released_at IS NULL)
);
-- A page is read in this order, and ends where the next begins.
CREATE INDEX activities_in_order ON activities (campaign_id, day DESC, id DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX activities_of_unit ON activities (campaign_id, unit_id, day DESC, id DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX activities_released ON activities (campaign_id, day DESC, id DESC) WHERE released_at IS NOT NULL;
-- Sums are read from this alone.
CREATE INDEX activities_to_sum ON activities (campaign_id, unit_id, form) INCLUDE (day, people, links) WHERE withdrawn_at IS NULL;

-- The trace of what was changed: each text as it stood, with who and when.
CREATE TABLE activity_versions (
  activity_id uuid NOT NULL REFERENCES activities,
  revision int NOT NULL,
  said jsonb NOT NULL,
  by uuid NOT NULL REFERENCES accounts,
  at timestamptz NOT NULL,
  PRIMARY KEY (activity_id, revision)
);

-- Only what was drawn anew is kept: the file as it came, with place and device in it, is referred to by nothing and leaves the store.
CREATE TABLE activity_photos (
  id uuid PRIMARY KEY,
  activity_id uuid NOT NULL REFERENCES activities,
  name text NOT NULL,
  -- Of the file as it came.
  sha256 text NOT NULL,
  renditions jsonb NOT NULL,
  people text CHECK (people IN ('nobody','adults','children')),
  consent text NOT NULL DEFAULT '',
  added_by uuid NOT NULL REFERENCES accounts,
  added_at timestamptz NOT NULL
);
CREATE INDEX activity_photos_of_activity ON activity_photos (activity_id, added_at);
CREATE INDEX activity_photos_by_file ON activity_photos (sha256);

-- 媒体投放计划: channels of a campaign, what is placed there, and what shows that it was.
CREATE TABLE media_channels (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  kind text NOT NULL,
  kind_word text NOT NULL DEFAULT '',
  name text NOT NULL CHECK (name <> ''),
  level text NOT NULL CHECK (level IN ('national','provincial','city','county')),
  contact text NOT NULL DEFAULT '',
  -- Kind and name, evened: by what it is known again.
  key text NOT NULL,
  version int NOT NULL DEFAULT 1,
  added_at timestamptz NOT NULL,
  UNIQUE (campaign_id, key),
  UNIQUE (campaign_id, id)
);

CREATE TABLE media_items (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  channel_id uuid NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  from_day date NOT NULL,
  to_day date NOT NULL,
  owner_id uuid REFERENCES accounts,
  owner_word text NOT NULL DEFAULT '',
  material_kind text NOT NULL CHECK (material_kind IN ('none','word','story','film','poster')),
  material_word text NOT NULL DEFAULT '',
  -- Whose story it is of, where it is of one.
  nomination_id uuid REFERENCES nominations,
  media_id uuid,
  poster_id uuid,
  state text NOT NULL CHECK (state IN ('planned','ready','out','cancelled')),
  why text NOT NULL DEFAULT '',
  link text NOT NULL DEFAULT '',
  reach bigint CHECK (reach >= 0),
  reach_from text NOT NULL DEFAULT '',
  -- 1, 2, 3 …: whoever saves names the one that was read.
  version int NOT NULL DEFAULT 1 CHECK (version >= 1),
  changed_by uuid NOT NULL REFERENCES accounts,
  changed_at timestamptz NOT NULL,
  -- 待撤回: set when its story is withdrawn while it is ready or out.
  recall_since timestamptz,
  recalled_at timestamptz,
  recalled_by uuid REFERENCES accounts,
  recalled_note text NOT NULL DEFAULT '',
  -- First days for which a reminder was sent.
  told_due date,
  told_late date,
  FOREIGN KEY (campaign_id, channel_id) REFERENCES media_channels (campaign_id, id),
  CHECK (to_day >= from_day),
  CHECK (reach IS NULL OR reach_from <> ''),
  CHECK ((state = 'cancelled') = (why <> '')),
  CHECK ((material_kind IN ('story','film','poster')) = (nomination_id IS NOT NULL)),
  CHECK ((material_kind = 'film') = (media_id IS NOT NULL)),
  CHECK ((material_kind = 'poster') = (poster_id IS NOT NULL)),
  CHECK (recalled_at IS NULL OR recall_since IS NOT NULL),
  CHECK ((recalled_at IS NULL) = (recalled_by IS NULL))
);
CREATE INDEX media_items_in_order ON media_items (campaign_id, from_day, id);
CREATE INDEX media_items_of_channel ON media_items (channel_id);
CREATE INDEX media_items_of_story ON media_items (nomination_id) WHERE nomination_id IS NOT NULL;
-- What reminders are looked for among.
CREATE INDEX media_items_pending ON media_items (from_day) WHERE state <> 'cancelled' AND recall_since IS NULL AND owner_id IS NOT NULL;

-- Of a picture only what was drawn anew is kept; of a page its PDF as it came.
CREATE TABLE media_evidence (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES media_items ON DELETE CASCADE,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('picture','page')),
  -- Of the file as it came.
  sha256 text NOT NULL,
  bytes bigint NOT NULL,
  renditions jsonb NOT NULL,
  added_by uuid NOT NULL REFERENCES accounts,
  added_at timestamptz NOT NULL,
  UNIQUE (item_id, sha256)
);
CREATE INDEX media_evidence_by_file ON media_evidence (sha256);

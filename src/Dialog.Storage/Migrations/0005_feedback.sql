-- What belongs to an event is one record now; before, it was the bare note of what the bot made of a message.
UPDATE events SET data = '{"match":' || data || '}' WHERE data LIKE '{"outcome":%';

-- What visitors told about the bot's messages by their presses. One press counts for each message.
CREATE TABLE feedback (
    id              TEXT   NOT NULL PRIMARY KEY,
    bot_id          TEXT   NOT NULL REFERENCES bots (id),
    conversation_id TEXT   NOT NULL REFERENCES conversations (id),
    sequence        BIGINT NOT NULL,
    kind            TEXT   NOT NULL,
    text            TEXT   NOT NULL,
    intent_id       TEXT   NULL,
    at              BIGINT NOT NULL,
    settled         TEXT   NULL,
    settled_at      BIGINT NULL,
    UNIQUE (conversation_id, sequence)
);
CREATE INDEX feedback_open ON feedback (bot_id, at) WHERE settled_at IS NULL;

-- Messages that no intent of the bot answers.
CREATE TABLE negatives (
    id       TEXT   NOT NULL PRIMARY KEY,
    bot_id   TEXT   NOT NULL REFERENCES bots (id),
    text     TEXT   NOT NULL,
    added_at BIGINT NOT NULL
);
CREATE INDEX negatives_by_bot ON negatives (bot_id, added_at);

-- The share of messages without an answer that a model was trained for: what its confidences are calibrated to.
ALTER TABLE models ADD COLUMN out_of_scope_share DOUBLE PRECISION NOT NULL DEFAULT 0.3;

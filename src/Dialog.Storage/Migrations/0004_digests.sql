-- Whether and when a bot's owners are told of its day.
CREATE TABLE digests (
    bot_id    TEXT    NOT NULL PRIMARY KEY REFERENCES bots (id),
    is_on     BOOLEAN NOT NULL,
    hour      INTEGER NOT NULL,
    time_zone TEXT    NOT NULL
);

-- An owner's private chat that gets it. sent_day is the last day it got one for, covered_until the moment that one
-- ended at; question_id is what the owner's next message answers.
CREATE TABLE digest_receivers (
    id            TEXT   NOT NULL PRIMARY KEY,
    bot_id        TEXT   NOT NULL REFERENCES bots (id),
    channel_id    TEXT   NOT NULL REFERENCES channels (id) ON DELETE CASCADE,
    chat          BIGINT NOT NULL,
    user_id       TEXT   NOT NULL REFERENCES users (id),
    name          TEXT   NOT NULL,
    since         BIGINT NOT NULL,
    sent_day      TEXT   NOT NULL,
    covered_until BIGINT NOT NULL,
    question_id   TEXT   NULL,
    asked_at      BIGINT NULL,
    UNIQUE (channel_id, chat)
);
CREATE INDEX digest_receivers_by_bot ON digest_receivers (bot_id);

-- The words of links that make a chat a receiver, as hashes.
CREATE TABLE digest_words (
    word_hash  TEXT   NOT NULL PRIMARY KEY,
    bot_id     TEXT   NOT NULL REFERENCES bots (id),
    user_id    TEXT   NOT NULL REFERENCES users (id),
    expires_at BIGINT NOT NULL
);

-- Questions the bot did not know, each once, and whether an owner has dealt with them.
CREATE TABLE digest_questions (
    id           TEXT    NOT NULL PRIMARY KEY,
    bot_id       TEXT    NOT NULL REFERENCES bots (id),
    question_key TEXT    NOT NULL,
    text         TEXT    NOT NULL,
    is_settled   BOOLEAN NOT NULL,
    seen_at      BIGINT  NOT NULL,
    UNIQUE (bot_id, question_key)
);

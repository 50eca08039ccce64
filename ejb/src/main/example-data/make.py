#!/usr/bin/env python3
"""Writes the example datasets of the product into ../resources/examples; same input, same bytes.

Only for developers who change the examples: the outputs are committed and nothing at run time needs Python.
Support tickets are put together from banks of sentences by a seeded generator, and each label follows from
the sentences chosen, so the rules are consistent. The plain-language pairs are written by hand.
"""
import hashlib
import json
import pathlib
import random
import re

HERE = pathlib.Path(__file__).parent
OUT = HERE.parent / "resources" / "examples"
CATEGORIES = ["billing", "login", "bug", "performance", "how_to", "feature_request"]
PRODUCTS = ["ledger", "relay", "harbor", "pulse", "atlas"]
KEPT_FOR_HELD_OUT = 2
TRAIN_ROWS, HELD_OUT_ROWS = 420, 100
QUESTIONS = (
    "how do ", "how can ", "how would ", "how hard ", "where ", "what is ", "what do", "which ", "can ", "could ",
    "is there", "is it", "have you",
)
UNKNOWN = ["the app", "your software", "your service", "the system", "your tool"]
TRIAGE_SYSTEM = (
    "You triage support tickets. Answer with one line of JSON and nothing else: "
    '{"category":"billing|login|bug|performance|how_to|feature_request",'
    '"product":"ledger|relay|harbor|pulse|atlas|unknown","priority":"low|normal|urgent",'
    '"sentiment":"negative|neutral|positive","needs_human":true|false}. '
    "If a ticket has several problems, label the first."
)
PLAIN_SYSTEM = "Rewrite the text in plain language. Keep every fact, use short sentences and everyday words."


def banks(path):
    found, current = {}, None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            current.append(line)
    return found


def typo(text, rng):
    """One slip of the fingers in a word of five letters or more: two swapped, one doubled or one lost."""
    words = text.split(" ")
    long = [i for i, w in enumerate(words) if len(w) >= 5 and w.isalpha() and w.lower() not in PRODUCTS]
    if not long:
        return text
    i = rng.choice(long)
    w, at = words[i], rng.randrange(1, len(words[i]) - 2)
    words[i] = rng.choice([
        w[:at] + w[at + 1] + w[at] + w[at + 2:],
        w[:at] + w[at] + w[at:],
        w[:at] + w[at + 1:],
    ])
    return " ".join(words)


def product_name(product, rng):
    if product == "unknown":
        return rng.choice(UNKNOWN)
    name = product.capitalize()
    return rng.choices([name, product, name.upper(), name + " app"], [6, 2, 1, 1])[0]


def sentence(text, rng):
    text = text[0].upper() + text[1:]
    if text.endswith((".", "?", "!")):
        return text
    asks = text.lower().startswith(QUESTIONS)
    return text + ("?" if asks else rng.choices([".", "!", "..."], [8, 1, 1])[0])


def fill(text, name, rng):
    if name in UNKNOWN:
        text = re.sub(r"\b(the|our|my|a|different|smaller) \{p\} ", r"\1 ", text)
    day = rng.choice(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "last week", "the weekend"])
    return text.replace("{p}", name).replace("{n}", str(rng.randrange(12, 98))).replace("{d}", day)


def ticket(bank, labels, issue, rng):
    category, product, priority, sentiment, human = labels
    name = product_name(product, rng)
    problem = [sentence(fill(issue, name, rng), rng)]
    around = []
    if priority != "normal":
        around.append(rng.choice(bank[priority]))
    elif rng.random() < 0.6 or (sentiment == "neutral" and not human):
        around.append(fill(rng.choice(bank["normal"]), name, rng))
    if human:
        around.append(rng.choice(bank["human"]))
    if rng.random() < 0.12:
        other = rng.choice([c for c in CATEGORIES[:4] if c != category])
        around.append(rng.choice(bank["second"]) + " " + fill(rng.choice(bank[other][:-KEPT_FOR_HELD_OUT]), name, rng))
    rng.shuffle(around)
    tone = [rng.choice(bank[sentiment])] if sentiment != "neutral" else []
    parts = tone + problem + around if rng.random() < 0.5 else problem + around + tone
    text = " ".join(p if p in problem else sentence(p, rng) for p in parts)
    if rng.random() < 0.5:
        text = rng.choice(bank["greeting"]) + " " + text
    if rng.random() < 0.4 or len(text.split()) < 15:
        text += " " + rng.choice(bank["signoff"])
    if rng.random() < 0.3:
        text = typo(text, rng)
    return text.lower() if rng.random() < 0.1 else text


def answer(labels):
    keys = ("category", "product", "priority", "sentiment", "needs_human")
    return json.dumps(dict(zip(keys, labels)), separators=(",", ":"))


def draw(rng, category):
    return (
        category,
        rng.choices(PRODUCTS + ["unknown"], [1, 1, 1, 1, 1, 0.9])[0],
        rng.choices(["low", "normal", "urgent"], [3, 3, 0] if category == "feature_request" else [3, 4, 4])[0],
        rng.choices(["negative", "neutral", "positive"], [4, 3, 3])[0],
        rng.random() < 0.4,
    )


def triage_rows(bank, count, held_out, taken, rng):
    rows = []
    while len(rows) < count:
        category = CATEGORIES[len(rows) % len(CATEGORIES)]
        labels = draw(rng, category)
        issues = bank[category] if held_out else bank[category][:-KEPT_FOR_HELD_OUT]
        issue = rng.choice(issues)
        text = ticket(bank, labels, issue, rng)
        combination = (issue, labels[1:])
        if combination in taken or not 15 <= len(text.split()) <= 60:
            continue
        taken.add(combination)
        rows.append(chat(TRIAGE_SYSTEM, text, answer(labels)))
    rng.shuffle(rows)
    return rows


def chat(system, user, assistant):
    turns = (("system", system), ("user", user), ("assistant", assistant))
    return {"messages": [{"role": role, "content": content} for role, content in turns]}


def pairs(path):
    """Blocks apart by a blank line: the office prose on one line, its plain form on the next."""
    blocks = [b for b in path.read_text(encoding="utf-8").split("\n\n") if b.strip() and not b.startswith("#")]
    for block in blocks:
        office, plain = block.strip().split("\n")
        yield office.strip(), plain.strip()


def write(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(text, encoding="utf-8")
    print(path.relative_to(OUT), len(rows), hashlib.sha256(text.encode()).hexdigest()[:16])


def schema():
    def one_of(*values):
        return {"enum": list(values)}

    fields = {
        "category": one_of(*CATEGORIES),
        "product": one_of(*PRODUCTS, "unknown"),
        "priority": one_of("low", "normal", "urgent"),
        "sentiment": one_of("negative", "neutral", "positive"),
        "needs_human": {"type": "boolean"},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Triage of a support ticket",
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


def card(name, title, description, files):
    return {"name": name, "title": title, "description": description, "licence": "CC0-1.0", "files": files}


def write_json(path, value):
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


TRIAGE_CARD = card(
    "support-triage",
    "Support triage",
    "Support tickets of an imaginary software company turned into one line of triage JSON: category, product, "
    "priority, sentiment and whether a person is needed. Typos, sarcasm, missing products and tickets with "
    "several problems included. The held-out set shares no combination of wording with the training set.",
    [
        {"file": "train.jsonl", "title": "Support triage", "rows": TRAIN_ROWS},
        {"file": "held-out.jsonl", "title": "Support triage (held out)", "rows": HELD_OUT_ROWS},
    ],
)
PLAIN_CARD = card(
    "plain-language",
    "Plain language",
    "Office prose rewritten in plain language by hand: letters, notices, policies and minutes in short sentences "
    "and everyday words, with every fact kept.",
    [{"file": "train.jsonl", "title": "Plain language", "rows": sum(1 for _ in pairs(HERE / "plain-language.txt"))}],
)


def main():
    rng = random.Random(20260115)
    bank, taken = banks(HERE / "support-triage.txt"), set()
    write(OUT / "support-triage" / "train.jsonl", triage_rows(bank, TRAIN_ROWS, False, taken, rng))
    write(OUT / "support-triage" / "held-out.jsonl", triage_rows(bank, HELD_OUT_ROWS, True, taken, rng))
    write_json(OUT / "support-triage" / "schema.json", schema())
    write_json(OUT / "support-triage" / "card.json", TRIAGE_CARD)
    plain = [chat(PLAIN_SYSTEM, office, easy) for office, easy in pairs(HERE / "plain-language.txt")]
    write(OUT / "plain-language" / "train.jsonl", plain)
    write_json(OUT / "plain-language" / "card.json", PLAIN_CARD)


if __name__ == "__main__":
    main()

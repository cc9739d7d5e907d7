"""Does extraction know what happened? Compares list_factuality with the judgements of UDS ("It Happened" v2)."""
import json
import os
import subprocess

DATA = "data/uds-factuality/uds-factuality-dev.jsonl"
# Nearer to zero people were not sure.
LEAST_SIZE = 1.0


def tool(program):
    """list_factuality beside the program, or where the launcher builds."""
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    for folder in (os.path.dirname(os.path.abspath(program)), os.path.join(root, "build", "release", "bin")):
        path = os.path.join(folder, "list_factuality")
        if os.path.exists(path):
            return path, os.path.join(root, "src", "resources", "en")
    raise SystemExit("list_factuality is not built")


def decisions(program, trees):
    """(sentence, token): whether it is told as a fact, neither negated nor unreal."""
    command, words = tool(program)
    rows = subprocess.run([command, words, trees], check=True, capture_output=True, text=True).stdout.splitlines()
    return {
        (sentence, int(token)): (polarity, modality) == ("affirmed", "actual")
        for sentence, token, polarity, modality, _ in (row.split("\t") for row in rows)
    }


def measure(program, trees, judgements):
    """{measure: per cent}: the sign, the share of the larger class, and each class by itself."""
    said = decisions(program, trees)
    count = {(gold, system): 0 for gold in (True, False) for system in (True, False)}
    with open(judgements, encoding="utf-8") as file:
        for line in file:
            sentence = json.loads(line)
            for predicate in sentence["predicates"]:
                if abs(predicate["factuality"]) >= LEAST_SIZE:
                    count[predicate["factuality"] > 0, said[sentence["sent_id"], predicate["token"]]] += 1
    total = sum(count.values())
    result = {
        "sign": (count[True, True] + count[False, False]) / total,
        "larger class": max(count[True, True] + count[True, False], count[False, True] + count[False, False]) / total,
    }
    for name, side in (("happened", True), ("not", False)):
        precision = count[side, side] / max(1, count[side, side] + count[not side, side])
        recall = count[side, side] / max(1, count[side, side] + count[side, not side])
        result[f"{name} precision"], result[f"{name} recall"] = precision, recall
        result[f"{name} F1"] = 2 * precision * recall / max(1e-9, precision + recall)
    return {name: round(100 * value, 1) for name, value in result.items()}

package io.whetstone.dataset.entity;

import io.whetstone.kernel.EnumText;
import java.util.List;

/** The layouts of rows that are understood, and the training methods that each can feed. */
public enum DatasetFormat {
    CHATML("sft", "messages"),
    SHAREGPT("sft", "conversations"),
    JSONL("sft", "a question and an answer, such as prompt and completion"),
    ALPACA("sft", "instruction and output"),
    OPENORCA("sft", "system_prompt, question and response"),
    UNNATURAL("sft", "instruction and instances"),
    DPO("dpo,orpo", "prompt, chosen and rejected"),
    RLHF("rlhf", "prompt, response and reward"),
    RAW_TEXT("cpt", "text");

    private final String methods;
    private final String fields;

    DatasetFormat(String methods, String fields) {
        this.methods = methods;
        this.fields = fields;
    }

    /** The training methods, as the API spells them. */
    public List<String> methods() {
        return List.of(methods.split(",", -1));
    }

    /** The fields that a row of this format has, in words for people. */
    public String fields() {
        return fields;
    }

    /** The name as API and tables spell it. */
    public String wireName() {
        return EnumText.of(this);
    }
}

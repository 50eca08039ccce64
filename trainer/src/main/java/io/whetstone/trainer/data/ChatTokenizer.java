package io.whetstone.trainer.data;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import io.whetstone.formats.TokenizerConfig;
import io.whetstone.formats.UnsupportedModelException;
import io.whetstone.formats.chat.ChatTemplate;
import io.whetstone.formats.chat.RenderedChat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model's tokenizer with its chat template: rows become examples, answers become what is learnt. */
public final class ChatTokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;
    private final @Nullable ChatTemplate template;
    private final @Nullable Integer endToken;

    private ChatTokenizer(HuggingFaceTokenizer tokenizer, @Nullable ChatTemplate template, @Nullable Integer endToken) {
        this.tokenizer = tokenizer;
        this.template = template;
        this.endToken = endToken;
    }

    /** Opens a Hugging Face folder. Without the explicit options the library would cut texts at 512 tokens. */
    public static ChatTokenizer open(Path folder) throws IOException {
        Path file = folder.resolve("tokenizer.json");
        if (!Files.isRegularFile(file)) {
            throw new UnsupportedModelException("the model folder has no tokenizer.json");
        }
        TokenizerConfig config = TokenizerConfig.read(folder);
        HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(
                file, Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false"));
        return new ChatTokenizer(tokenizer, config.template().orElse(null), idOf(tokenizer, config.eosToken()));
    }

    public Example encode(Row row) throws InvalidDataException {
        if (row instanceof Row.Chat chat) {
            return encode(chat);
        }
        return encode(((Row.Text) row).text());
    }

    /** Tokens of a text, without any that the tokenizer would add around it. */
    public int[] ids(String text) {
        return ints(tokenizer.encode(text, false, false).getIds());
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    private Example encode(Row.Chat chat) throws InvalidDataException {
        if (template == null) {
            throw new InvalidDataException("the model has no chat template, so it can learn from texts only");
        }
        RenderedChat rendered = template.renderWithCompletions(chat.messages());
        Encoding encoding = tokenizer.encode(rendered.text(), false, false);
        CharSpan[] spans = encoding.getCharTokenSpans();
        boolean[] learnt = new boolean[spans.length];
        for (RenderedChat.Span completion : rendered.completions()) {
            int start = rendered.text().codePointCount(0, completion.start());
            int end = rendered.text().codePointCount(0, completion.end());
            for (int i = 0; i < spans.length; i++) {
                learnt[i] |= isWithin(spans[i], start, end);
            }
        }
        return new Example(ints(encoding.getIds()), learnt);
    }

    /** A text is learnt whole, with the mark that ends it. */
    private Example encode(String text) {
        int[] ids = ints(tokenizer.encode(text, true, false).getIds());
        if (endToken != null && (ids.length == 0 || ids[ids.length - 1] != endToken)) {
            ids = Arrays.copyOf(ids, ids.length + 1);
            ids[ids.length - 1] = endToken;
        }
        boolean[] learnt = new boolean[ids.length];
        Arrays.fill(learnt, true);
        return new Example(ids, learnt);
    }

    private static boolean isWithin(@Nullable CharSpan span, int start, int end) {
        return span != null && span.getStart() >= start && span.getStart() < end && span.getEnd() > span.getStart();
    }

    private static @Nullable Integer idOf(HuggingFaceTokenizer tokenizer, @Nullable String token) {
        long[] ids = token == null
                ? new long[0]
                : tokenizer.encode(token, false, false).getIds();
        return ids.length == 1 ? (Integer) (int) ids[0] : null;
    }

    private static int[] ints(long[] ids) {
        return Arrays.stream(ids).mapToInt(Math::toIntExact).toArray();
    }
}

package io.whetstone.formats.chat;

import com.hubspot.jinjava.tree.Node;
import io.whetstone.formats.chat.RenderedChat.Span;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A model's own Jinja chat template, parsed once, rendered as the transformers library renders it.
 * Templates come from strangers: they see the conversation and a few pure functions, nothing else.
 * Safe for several threads.
 */
public final class ChatTemplate {
    private final Node root;
    private final Map<String, Object> constants;

    private ChatTemplate(Node root, Map<String, Object> constants) {
        this.root = root;
        this.constants = constants;
    }

    public static ChatTemplate of(String source, String bosToken, String eosToken) {
        return of(source, bosToken, eosToken, Clock.systemUTC());
    }

    /** Some templates write today's date; {@code clock} says which day that is. */
    public static ChatTemplate of(String source, String bosToken, String eosToken, Clock clock) {
        Map<String, Object> constants = new HashMap<>();
        constants.put("bos_token", bosToken);
        constants.put("eos_token", eosToken);
        constants.put(JinjaEngine.STRFTIME, new StrftimeNow(clock));
        return new ChatTemplate(JinjaEngine.parse(TemplateSource.normalise(source)), constants);
    }

    /** The text of a conversation, with the opening of the assistant's next turn if asked for. */
    public String render(List<Message> messages, boolean addGenerationPrompt) {
        Map<String, Object> bindings = new HashMap<>(constants);
        bindings.put("messages", messages.stream().map(ChatTemplate::map).toList());
        bindings.put("add_generation_prompt", addGenerationPrompt);
        return JinjaEngine.render(root, bindings);
    }

    /**
     * The text of a conversation and the ranges that the assistant has to produce: each answer with its end mark
     * and what the template puts after it, beginning behind the generation prompt.
     */
    public RenderedChat renderWithCompletions(List<Message> messages) {
        String whole = render(messages, false);
        List<Span> completions = new ArrayList<>();
        for (int turn = 0; turn < messages.size(); turn++) {
            if (messages.get(turn).isAssistant()) {
                int start = prefix(whole, messages.subList(0, turn), true, turn);
                int end = prefix(whole, messages.subList(0, turn + 1), false, turn);
                completions.add(new Span(start, requireOrder(start, end, turn)));
            }
        }
        return new RenderedChat(whole, completions);
    }

    private int prefix(String whole, List<Message> messages, boolean addGenerationPrompt, int turn) {
        String part = render(messages, addGenerationPrompt);
        if (!whole.startsWith(part)) {
            throw new ChatTemplateException("the chat template renders the conversation up to turn " + turn
                    + " differently once more turns follow, so its answer cannot be told from the prompt");
        }
        return part.length();
    }

    private static int requireOrder(int start, int end, int turn) {
        if (end < start) {
            throw new ChatTemplateException("the chat template does not render the answer of turn " + turn);
        }
        return end;
    }

    private static Map<String, Object> map(Message message) {
        Map<String, Object> map = new HashMap<>();
        map.put("role", message.role());
        map.put("content", message.content());
        return map;
    }
}

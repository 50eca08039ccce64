package io.whetstone.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The objects that the paths and bodies of the matrix name: one of each kind that stays, and new ones on demand. */
final class RestObjects {
    static final String WORKSPACE = "workspaceId";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACE = Pattern.compile("[{<](\\w+)[}>]");
    private static final String ROWS = """
            {"prompt": "%1$s", "completion": "%1$s"}
            {"prompt": "other", "completion": "rows"}
            """;

    /** What every request has one of its own of. */
    private static final Set<String> OFTEN = Set.of("random", "provider", "fileId", "newJobId");

    /** An object: its id, and the version that it was made with. */
    record Made(String id, String etag) {}

    private final RestWorld world;
    private final Map<String, Made> staying = new HashMap<>();

    RestObjects(RestWorld world) {
        this.world = world;
    }

    /** Makes one of each kind, so that a leak has something to tell. */
    void prepare() {
        staying.put(WORKSPACE, new Made(world.team, "\"0\""));
        for (var kind : List.of(
                "datasetId",
                "modelId",
                "brokenModelId",
                "jobId",
                "commentId",
                "configurationId",
                "conversationId",
                "shareId",
                "secretId",
                "keyId",
                "invitationId",
                "notificationId",
                "uploadId",
                "taskId")) {
            get(kind);
        }
    }

    /** Text with each {@code {parameter}} or {@code <parameter>} replaced by an id; the last of a path by this one. */
    String fill(String text, @Nullable Made last) {
        var matcher = PLACE.matcher(text);
        var filled = new StringBuilder();
        while (matcher.find()) {
            var isLast = last != null
                    && !PLACE.matcher(text.substring(matcher.end())).find();
            var made = isLast && last != null ? last : get(kind(matcher.group(1), text));
            matcher.appendReplacement(filled, java.util.regex.Matcher.quoteReplacement(made.id()));
        }
        return matcher.appendTail(filled).toString();
    }

    /** The one of its kind that everybody asks for. */
    Made get(String kind) {
        if (OFTEN.contains(kind)) {
            return make(kind, "thrown away");
        }
        var known = staying.get(kind);
        if (known == null) {
            known = make(kind, RestWorld.MARKER);
            staying.put(kind, known);
        }
        return known;
    }

    /** The version of what stays, as it is now where that can be read at its own address, else as it was made. */
    String version(String path, String who, @Nullable Made own) {
        for (var reader : List.of(who, "owner", "operator")) {
            var now = world.principal(reader).ask("GET", path, Map.of(), "");
            if (!now.header("ETag").isEmpty()) {
                return now.header("ETag");
            }
        }
        if (own != null) {
            return own.etag();
        }
        return staying.values().stream()
                .filter(made -> path.endsWith("/" + made.id()))
                .map(Made::etag)
                .findFirst()
                .orElse("\"0\"");
    }

    /** One that is made to be changed or deleted by one principal; null when the path names none. */
    @Nullable
    Made another(String path) {
        var names = PLACE.matcher(path).results().map(result -> result.group(1)).toList();
        return names.isEmpty() ? null : make(kind(names.get(names.size() - 1), path), "thrown away");
    }

    /** Some parameters name different things at different addresses. */
    private static String kind(String parameter, String path) {
        return switch (parameter) {
            case "userId" -> path.startsWith("/api/users") ? "account" : "memberId";
            case "ruleId" -> path.contains("flags") ? "flagRule" : "outboundRule";
            case "invitationId" -> path.startsWith("/api/invitations") ? "receivedInvitation" : parameter;
            case "name" -> path.startsWith("/api/v1") ? "modelName" : "example";
            default -> parameter;
        };
    }

    private Made make(String kind, String text) {
        return switch (kind) {
            case WORKSPACE -> new Made(world.team("team"), "\"0\"");
            case "datasetId" -> dataset(text);
            case "modelId" -> model("org/tiny-matrix", text, "ready");
            case "brokenModelId" -> model("org/nothing-" + UUID.randomUUID(), text, "failed");
            case "modelName" -> new Made(read("/api/models/" + get("modelId").id(), "/name"), "");
            case "jobId", "newJobId" -> made("/api/training/jobs", job(text));
            case "uploadId" -> new Made(upload(text + ".jsonl", 1, ""), "");
            case "fileId" -> new Made(file(text), "");
            case "taskId" -> new Made(task(), "");
            case "commentId" -> made("/api/comments", comment(text));
            case "conversationId" -> made("/api/conversations", Map.of("title", text));
            case "configurationId" -> made("/api/training/configs", job(text));
            case "shareId" -> made("/api/shares", share());
            case "secretId" -> made("/api/secrets", secret(text));
            default -> makeOfPeople(kind, text);
        };
    }

    private Made makeOfPeople(String kind, String text) {
        return switch (kind) {
            case "keyId" -> key(text);
            case "invitationId" ->
                new Made(
                        RestWorld.invite(
                                world.owner.client(),
                                world.team,
                                text.replace(' ', '-') + "@" + random() + ".org",
                                "viewer"),
                        "");
            case "receivedInvitation" -> new Made(received(), "");
            case "memberId" -> new Made(text.equals(RestWorld.MARKER) ? world.guest.id() : world.leaver(), "");
            case "notificationId" -> new Made(notification(text), "");
            case "sessionId" -> new Made(session(), "");
            default -> makeOfInstallation(kind);
        };
    }

    private Made makeOfInstallation(String kind) {
        return switch (kind) {
            case "account" -> account();
            case "flagRule" ->
                byOperator(
                        "/api/admin/flags/predecessor_addresses/rules",
                        Map.of("kind", "plan", "target", random(), "enabled", true));
            case "outboundRule" -> byOperator("/api/admin/outbound-rules", Map.of("target", random() + ".example"));
            case "providerId" -> byOperator("/api/admin/identity-providers", ProviderBody.disabled());
            case "provider" ->
                new Made(JSON.valueToTree(ProviderBody.disabled()).toString(), "");
            case "flag" -> new Made("predecessor_addresses", "");
            case "example" -> new Made("support-triage", "");
            case "kind" -> new Made("mention", "");
            case "emoji" -> new Made("heart", "");
            case "ownerEmail" -> new Made(world.owner.email(), "");
            case "friendEmail" -> new Made(world.friend.email(), "");
            case "random" -> new Made(random(), "");
            default -> throw new IllegalArgumentException("The matrix does not know how to make a " + kind);
        };
    }

    private Made made(String path, Object body) {
        return of(world.byOwner(path, body).expect(201).json());
    }

    private Made byOperator(String path, Map<String, ?> body) {
        return of(world.operator.client().post(path, body).expect(201).json());
    }

    private static Made of(JsonNode json) {
        return new Made(json.path("id").asText(), "\"" + json.path("version").asText() + "\"");
    }

    /** An upload of so many bytes, of which these are there. */
    private String upload(String name, int length, String content) {
        var metadata = "filename " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        var headers = new HashMap<>(Map.of("Tus-Resumable", "1.0.0", "Upload-Metadata", metadata));
        headers.put("Upload-Length", String.valueOf(length));
        headers.put("Content-Type", Tus.PART);
        var location = world.principal("owner")
                .ask("POST", "/api/uploads", headers, content)
                .expect(201)
                .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private String file(String text) {
        var rows = ROWS.formatted(text);
        return upload("rows.jsonl", rows.length(), rows);
    }

    private Made dataset(String text) {
        var made = made("/api/datasets", Map.of("name", text + " " + random(), "uploadId", file(text)));
        var path = "/api/datasets/" + made.id();
        var settled = Waiting.until(
                Duration.ofSeconds(30), () -> read(path, "/status"), status -> !status.equals("processing"));
        if (!settled.equals("ready")) {
            throw new AssertionError("The dataset is " + settled);
        }
        return new Made(made.id(), "\"" + read(path, "/version") + "\"");
    }

    private Made model(String repository, String text, String wanted) {
        var source = Map.of("type", "hub", "repository", repository);
        var made = made("/api/models", Map.of("name", text + " " + random(), "source", source));
        var path = "/api/models/" + made.id();
        Waiting.until(Duration.ofSeconds(60), () -> read(path, "/status"), wanted::equals);
        return new Made(made.id(), "\"" + read(path, "/version") + "\"");
    }

    private Map<String, String> job(String text) {
        return Map.of(
                "name",
                text,
                "modelId",
                get("modelId").id(),
                "datasetId",
                get("datasetId").id());
    }

    private Map<String, String> comment(String text) {
        return Map.of("resourceType", "dataset", "resourceId", get("datasetId").id(), "text", text);
    }

    private Map<String, String> share() {
        var job = make("jobId", RestWorld.MARKER).id();
        var note = RestWorld.MARKER;
        return Map.of(
                "resourceType",
                "training_job",
                "resourceId",
                job,
                "email",
                world.friend.email(),
                "level",
                "view",
                "note",
                note);
    }

    private static Map<String, String> secret(String text) {
        return Map.of("owner", "workspace", "provider", random(), "value", random(), "description", text);
    }

    private String task() {
        return world.byOwner("/api/secrets/data-key/rotations", "").expect(202).text("taskId");
    }

    private Made key(String text) {
        var made = world.byOwner("/api/user/api-keys", Map.of("name", text + " " + random()))
                .expect(201);
        return of(made.json().path("apiKey"));
    }

    private String received() {
        var friend = world.friend.client();
        var workspace = friend.post("/api/workspaces", Map.of("name", "elsewhere"))
                .expect(201)
                .text("id");
        return RestWorld.invite(friend, workspace, world.outsider.email(), "viewer");
    }

    /** Somebody names the owner in a comment. */
    private String notification(String text) {
        var comment = new HashMap<String, Object>(comment(text));
        comment.put("mentions", List.of(world.owner.id()));
        world.member
                .client()
                .post("/api/comments", comment, Map.of(RestWorld.WORKSPACE, world.team))
                .expect(201);
        return Waiting.until(
                Duration.ofSeconds(15), () -> read("/api/notifications", "/items/0/id"), id -> !id.isEmpty());
    }

    private String session() {
        var signedIn = world.product
                .anonymous()
                .signIn(world.owner.email(), Product.PASSWORD)
                .expect(200);
        return SignedTokens.claim(signedIn.text("accessToken"), "sid");
    }

    private Made account() {
        var created = world.operator
                .client()
                .post("/api/users", Map.of("email", random() + "@example.org", "displayName", "x", "role", "user"))
                .expect(201);
        return of(created.json().path("user"));
    }

    private String read(String path, String pointer) {
        return world.principal("owner")
                .ask("GET", path, Map.of(), "")
                .expect(200)
                .json()
                .at(pointer)
                .asText();
    }

    private static String random() {
        return "r" + UUID.randomUUID().toString().replace("-", "");
    }
}

package io.whetstone.product;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A team workspace with one person of each role, people who have nothing to do with it, and an object of every kind in
 * it. Whatever the team keeps has the {@link #MARKER} in it; what is made only to be thrown away has not.
 */
final class RestWorld {
    /** Stands in everything of the workspace that is nobody else's business. */
    static final String MARKER = "zephyr" + UUID.randomUUID().toString().substring(0, 8);

    static final String WORKSPACE = "X-Workspace-Id";

    /** Whom a request comes from: what it proves itself by, and the workspace that it names, if any. */
    record Principal(Client client, String workspaceId) {
        Answer ask(String method, String path, Map<String, String> headers, String body) {
            var request = client.request(path).method(method, java.net.http.HttpRequest.BodyPublishers.ofString(body));
            if (!workspaceId.isEmpty()) {
                request.header(WORKSPACE, workspaceId);
            }
            headers.forEach(request::header);
            return client.send(request);
        }
    }

    final Product product = SecondProduct.shared();
    final Person owner = Person.make(product, "owner-" + MARKER);
    final Person admin = Person.make(product, "admin");
    final Person member = Person.make(product, "member");
    final Person viewer = Person.make(product, "viewer");
    final Person outsider = Person.make(product, "outsider");
    final Person guest = Person.make(product, "guest");
    final Person friend = Person.make(product, "friend");
    final Person operator = operator();
    final String team = team("Team " + MARKER);
    final RestObjects objects = new RestObjects(this);

    private final Map<String, Principal> principals = new LinkedHashMap<>();

    RestWorld() {
        principals.put("owner", new Principal(owner.client(), team));
        principals.put("admin", new Principal(admin.client(), team));
        principals.put("member", new Principal(member.client(), team));
        principals.put("viewer", new Principal(viewer.client(), team));
        principals.put("reader", new Principal(product.anonymous().with(key(owner, team, "api_key")), ""));
        principals.put("outsider", new Principal(outsider.client(), ""));
        principals.put("intruder", new Principal(outsider.client(), team));
        principals.put("operator", new Principal(operator.client(), team));
        principals.put("nobody", new Principal(product.anonymous(), team));
    }

    Principal principal(String name) {
        return java.util.Objects.requireNonNull(principals.get(name), name);
    }

    /** Does something as the owner, in the team. */
    Answer byOwner(String path, Object body) {
        return owner.client().post(path, body, Map.of(WORKSPACE, team));
    }

    /** A workspace of the same people. */
    String team(String name) {
        var workspace = owner.client()
                .post("/api/workspaces", Map.of("name", name))
                .expect(201)
                .text("id");
        join(workspace, admin, "admin");
        join(workspace, member, "member");
        join(workspace, viewer, "viewer");
        join(workspace, guest, "viewer");
        return workspace;
    }

    /** Somebody in the team who is there to be sent away. */
    String leaver() {
        var leaver = Person.make(product, "leaver");
        join(team, leaver, "viewer");
        return leaver.id();
    }

    private void join(String workspace, Person person, String role) {
        var invitation = invite(owner.client(), workspace, person.email(), role);
        person.client().post("/api/invitations/" + invitation + "/accept", "").expect(200);
    }

    static String invite(Client inviter, String workspace, String email, String role) {
        return inviter.post("/api/workspaces/" + workspace + "/invitations", Map.of("email", email, "role", role))
                .expect(201)
                .text("id");
    }

    /** A key of somebody, whose text is answered. */
    String key(Person person, String workspace, String kind) {
        var headers = workspace.isEmpty() ? Map.<String, String>of() : Map.of(WORKSPACE, workspace);
        return person.client()
                .post("/api/user/api-keys?kind=" + kind, Map.of("name", "key", "scopes", List.of("read")), headers)
                .expect(201)
                .text("key");
    }

    /** Credentials that prove nothing, whatever they name, with the headers that they come with. */
    Map<Principal, Map<String, String>> impostors() {
        var forged = ForgedTokens.of(owner.client().token());
        var found = new HashMap<Principal, Map<String, String>>();
        found.put(new Principal(product.anonymous().with(forged.byAnotherKey()), team), Map.of());
        found.put(new Principal(product.anonymous().with(forged.byAnotherIssuer()), team), Map.of());
        found.put(
                new Principal(product.anonymous().with(key(outsider, "", "service_key")), team),
                Map.of("X-Acts-For", owner.email()));
        return found;
    }

    private Person operator() {
        var person = Person.make(product, "operator");
        var admins = product.admin();
        var account = admins.get("/api/users/" + person.id()).expect(200);
        var version = account.json().at("/user/version").asText();
        admins.patch("/api/users/" + person.id(), Map.of("role", "admin"), "\"" + version + "\"")
                .expect(200);
        return new Person(person.id(), person.email(), product.signIn(person.email(), ""));
    }
}

"""Who may do what at the desk: one table, which migrations hand out to groups of staff."""

from collections.abc import Mapping

from django.apps.registry import Apps

AUTHOR, EDITOR, REVIEWER, ADMINISTRATOR = "Author", "Editor", "Clinical reviewer", "Administrator"

ROLES = {
    AUTHOR: "Writes drafts with their questions, sources and claims; changes nothing that readers "
    "can see.",
    EDITOR: "Writes, publishes and takes back everything, keeps subjects and glossary, and reads "
    "reports.",
    REVIEWER: "Reads everything, drafts and reports too, and approves articles as a clinician; "
    "changes none.",
    ADMINISTRATOR: "Does all of that, and makes accounts and gives them roles.",
}

WRITE = "view add change delete"
NOBODY = ("", "", "", "")
# For each model, what an author, an editor, a clinical reviewer and an administrator may do. A new
# model needs a line here, and the same line in a migration that calls `give`.
RIGHTS = {
    "articles.article": (WRITE, f"{WRITE} publish", "view approve", f"{WRITE} publish approve"),
    "articles.takeaway": (WRITE, WRITE, "view", WRITE),
    "articles.appliesto": (WRITE, WRITE, "view", WRITE),
    "articles.citation": (WRITE, WRITE, "view", WRITE),
    "articles.faq": (WRITE, WRITE, "view", WRITE),
    "articles.source": ("view add change", WRITE, "view", WRITE),
    "articles.claim": ("view add change", WRITE, "view", WRITE),
    "articles.image": ("view add change", WRITE, "view", WRITE),
    "articles.topic": ("view", WRITE, "view", WRITE),
    "articles.term": ("view", WRITE, "view", WRITE),
    "articles.synonym": ("view", WRITE, "view", WRITE),
    "articles.formeraddress": NOBODY,
    "articles.linkcheck": NOBODY,
    "articles.loadedcontent": NOBODY,
    # History is seen and restored through the rows that it tells of.
    "articles.version": NOBODY,
    # Reviews and notices are made by the steps of an article, and never changed.
    "articles.changenotice": NOBODY,
    "articles.reviewdecision": NOBODY,
    "articles.reviewlink": NOBODY,
    "articles.reviewrequest": NOBODY,
    "articles.imagecopy": NOBODY,
    "articles.searchentry": NOBODY,
    "articles.searchword": NOBODY,
    # Whoever reads reports can pause plans: in an emergency nobody looks for a key.
    "safety.report": ("", "view change", "view change", "view change"),
    "safety.pause": ("", "view add change", "view add change", "view add change"),
    # An account is closed, not deleted: what somebody wrote keeps their name.
    "auth.user": ("", "", "", "view add change"),
    "auth.group": ("", "", "", WRITE),
}


def give(apps: Apps, rights: Mapping[str, tuple[str, str, str, str]]) -> None:
    """Give each role its rights in a table like the one above, and take none away.

    Works in a migration, before Django has made the permissions themselves.
    """
    Group = apps.get_model("auth", "Group")
    for label, by_role in rights.items():
        model = apps.get_model(label)
        for role, actions in zip(ROLES, by_role, strict=True):
            group, _ = Group.objects.get_or_create(name=role)
            group.permissions.add(*(_permission(apps, model, word) for word in actions.split()))


def _permission(apps: Apps, model: type, action: str) -> object:
    options = model._meta
    codename = f"{action}_{options.model_name}"
    # As Django itself would name it, since it leaves alone what it finds.
    name = dict(options.permissions).get(codename, f"Can {action} {options.verbose_name}")
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=options.app_label, model=options.model_name
    )
    permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename=codename, defaults={"name": name}
    )
    return permission

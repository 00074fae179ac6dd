"""What a party says of itself that it will do: "Peru will open the border, its minister said"."""

from __future__ import annotations

from readout.extract.commitments import accords, agentless, given, tables, unreal, voices
from readout.extract.commitments.clause import Promise
from readout.extract.events import status
from readout.extract.events.scene import Scene
from readout.extract.events.tree import REPORTS, Tree

TOLD = ("VBD", "VBZ")
"""Forms that tell what is so: neither comes behind "will"."""


def by_tense(scene: Scene, i: int, parties: agentless.Parties) -> Promise | None:
    """What a party says of itself that it will do."""
    tree = scene.tree
    if tree.words[i].xpos in TOLD:
        return None
    sending = not accords.announced(scene, i)
    if sending and not _sending(scene, i):
        return None
    if tree.lemma(i) == "be":
        return _none_of(scene, i)
    if unreal.unsure(scene, i) or unreal.provided(scene, i) or unreal.threatened(scene, i):
        return None
    if _no_deed(scene, i):
        return None
    refrains = tree.negated(i)
    harms = tree.lemma(i) in tables.words("harms") or (
        refrains and any(tree.lows[k] == "longer" for k in tree.kids(i, "advmod"))
    )
    if refrains and not ((harms or tree.passive(i)) and status.own(tree, i) == "refused"):
        return None
    if (not refrains and unreal.hostile(scene, i)) or unreal.appointment(scene, i) or unreal.talk(scene, i):
        return None
    if (
        unreal.past(scene, i)
        or unreal.proposed(scene, i)
        or unreal.asked(scene, i)
        or unreal.lasting(scene, i)
    ):
        return None
    if tree.passive(i):
        return _spared(scene, i) if refrains else _by_agent(scene, i, parties)
    if not refrains and not sending and status.own(tree, i) not in ("planned", "possible"):
        return None
    hung = tree.rel(i) in ("advcl", "acl") and not _by_the_way(scene, i)
    if (hung and not accords.under_accord(scene, i)) or any(
        tree.words[k].text.lower() in ("whether", "if") for k in tree.kids(i, "mark")
    ):
        return None
    subject = _fronted(scene, i)
    if subject is None or (tree.lemma(i) == "take" and "place" in {tree.lemma(k) for k in tree.objects(i)}):
        return None
    if sides := _each_side(scene, i, subject):
        return Promise(i, i, tree.patient(i), sides, "agreed")
    if pair := _both(scene, i, subject):
        return Promise(i, i, tree.patient(i), pair, "planned")
    bound = (
        _would_be(scene, i, subject)
        or _own_men(scene, i, subject)
        or agentless.going_on(scene, subject)
        or scene.cast.who(subject, deep=False)
        or _body(scene, subject)
        or agentless.carried(scene, subject)
    )
    bound = bound or own_country(scene, i, subject)
    if not bound and (arriving := agentless.arriving(scene, i, parties))[0]:
        return Promise(i, i, subject, *arriving)
    if not bound and (starting := agentless.starting(scene, i)):
        return Promise(i, i, subject, starting, "planned")
    if (
        not bound
        or (tree.lows[subject] == "it" and scene.cast.ids[bound[0]].kind == "person")
        or not voices.speaks_for(scene, i, subject, bound[0])
        or unreal.rhetorical(scene, i, subject)
    ):
        return None
    thing = tree.patient(i)
    if thing is not None and tree.lows[thing].endswith(("self", "selves")):  # "I'll go there myself"
        thing = None
    if thing is None and tree.rel(i) == "ccomp" and tree.words[tree.words[i].head].deprel == "acl:relcl":
        thing = tree.gap(tree.words[i].head)  # "the schools that it said it would build"
    if not refrains and _empty(scene, i, thing):
        return None
    firmness = "agreed" if accords.under_accord(scene, i) else "planned"
    return Promise(i, i, thing, bound, firmness)


def _by_the_way(scene: Scene, i: int) -> bool:
    """Whether a clause tells of a dated plan in passing: "the war, from which Chad is to withdraw by May"."""
    tree = scene.tree
    subject = tree.child(i, "nsubj")
    if subject is None or tree.words[i].deprel != "acl:relcl" or not accords.coming(scene, i):
        return False
    if scene.cast.kind(subject) in voices.STATES and tree.lemma(i) in tables.words("handing"):
        return True  # "two terminals, which Chad will build by May"
    if tree.words[subject].xpos in ("WDT", "WP"):  # "Solheim, who will present a plan next week"
        return scene.cast.heads(tree.words[i].head) is not None and tree.patient(i) is not None
    return i in {t.at for t in scene.triggers}


def _no_deed(scene: Scene, i: int) -> bool:
    """Whether a verb is none to bind oneself to: "will remain high", but "will drop tariffs" is one."""
    tree, lemma = scene.tree, scene.tree.lemma(i)
    if lemma in ("add", "say", "announce", "confirm", "report") and tree.kids(i, "ccomp"):
        return True
    if lemma not in tables.words("not_deeds"):
        return False
    if lemma == "receive" and (guest := tree.patient(i)) is not None and scene.cast.at(guest) is not None:
        return False  # "would receive both envoys on Friday"
    if lemma in tables.words("deeds_on_things") and (tree.kids(i, "xcomp") or tree.patient(i) is not None):
        return False
    sought = tree.patient(i) if lemma == "find" else None
    if sought is not None and tree.lemma(sought) in (
        "home",
        "house",
        "job",
        "place",
        "money",
        "land",
        "work",
    ):
        return False
    return not (lemma == "come" and tree.phrases(i, "to") and _self(scene, i))


def _empty(scene: Scene, i: int, thing: int | None) -> bool:
    """Whether nothing is told that one could be held to: "We will keep it", "and then we will dance"."""
    tree = scene.tree
    if thing is None:
        bare = not tree.kids(i, "iobj", "xcomp", "ccomp", "compound:prt")
        bare = bare and all(_says_nothing(tree, k) for k in tree.kids(i, "obj", "obl"))
        opening = tree.lemma(i) in ("accept", "open", "begin", "start", "close")
        return bare or (opening and not tree.kids(i, "xcomp"))
    taken_up = tree.lows[thing] in ("it", "that", "this", "them", "what") or tree.lemma(
        thing
    ) in tables.words("vows")
    return taken_up and tree.lemma(i) in tables.words("keeping")


def _self(scene: Scene, i: int) -> bool:
    """Whether somebody names the day for himself: "I shall come to Lima on Tuesday"."""
    subject = scene.tree.child(i, "nsubj")
    return subject is not None and scene.tree.lows[subject] in ("i", "we") and accords.coming(scene, i)


def _says_nothing(tree: Tree, i: int) -> bool:
    """Whether a word is only "myself" or "there": "I'll go over there myself"."""
    return tree.words[i].upos == "ADV" or tree.lows[i].endswith(("self", "selves"))


def _sending(scene: Scene, i: int) -> bool:
    """Whether the present promises: "We are sending a team on Monday", "are setting aside $9 million"."""
    if scene.tree.words[i].xpos != "VBG" or status.own(scene.tree, i) != "ongoing":
        return False
    return accords.coming(scene, i) or given.setting_aside(scene, i)


def _by_agent(scene: Scene, i: int, parties: agentless.Parties) -> Promise | None:
    """What is told in the passive with who will do it: "the debt will be repaid by Peru"."""
    agent = scene.tree.agent(i)
    if agent is None or agent in scene.matcher.measured:  # "reduced by 5%"
        bound, firmness = agentless.bound(scene, i, parties)
        return Promise(i, i, scene.tree.patient(i), bound, firmness) if bound else None
    bound = scene.cast.who(agent)
    if not bound or scene.tree.rel(i) in ("advcl", "acl") or status.own(scene.tree, i) != "planned":
        return None
    if not voices.speaks_for(scene, i, agent if agent is not None else i, bound[0]):
        return None
    return Promise(
        i, i, scene.tree.patient(i), bound, "agreed" if accords.under_accord(scene, i) else "planned"
    )


def _spared(scene: Scene, i: int) -> Promise | None:
    """What an official says will be done to nobody: "No village would be moved, the minister said"."""
    tree = scene.tree
    thing = tree.patient(i)
    if thing is None or tree.lemma(i) not in tables.words("spared") or tree.agent(i) is not None:
        return None
    nobody = tree.lows[thing] in ("nobody", "none", "nothing") or any(
        tree.lows[k] in ("no", "not") for k in tree.kids(thing, "det", "advmod")
    )
    told = voices.tellings(scene, i)
    if (
        not told
        or not (nobody or told[0].act == "promise")
        or told[0].said != "yes"
        or not voices.sure(scene, told[0])
    ):
        return None
    speaker = voices.source(scene, told[0]) or ""
    party = agentless.side(scene, speaker)
    if party is None and speaker in scene.cast.ids and scene.cast.ids[speaker].offices:
        party = speaker
    return Promise(i, i, thing, (party,), "planned") if party else None


def _body(scene: Scene, subject: int) -> tuple[str, ...]:
    """The party that a body of its own stands for: "our government will", but not "our boats will"."""
    bodies = tables.words("bodies")
    if scene.tree.lemma(subject) not in bodies:
        return ()
    return agentless.for_land(scene, subject, scene.cast.who(subject))


def _none_of(scene: Scene, i: int) -> Promise | None:
    """What somebody says there will be none of: "There would be no redundancies, the company said"."""
    tree = scene.tree
    thing = next((k for k in tree.kids(i, "nsubj") if tree.lemma(k) in tables.words("ruled_out")), None)
    if (
        thing is None
        or not tree.kids(i, "expl")
        or not any(tree.lows[k] == "no" for k in tree.kids(thing, "det"))
    ):
        return None
    told = voices.tellings(scene, i)
    if (
        not accords.announced(scene, i)
        or not told
        or told[0].said != "yes"
        or not voices.sure(scene, told[0])
    ):
        return None
    speaker = voices.source(scene, told[0]) or ""
    party = agentless.side(scene, speaker)
    return Promise(i, i, thing, (party,), "planned") if party else None


def _own_men(scene: Scene, i: int, subject: int) -> tuple[str, ...]:
    """Whoever says what its own men will do: "The front said that its fighters would not attack"."""
    tree = scene.tree
    owned = any(tree.lows[k] in ("its", "their", "our", "his") for k in tree.kids(subject, "nmod:poss"))
    bare = not tree.kids(subject, "det", "nmod:poss", "nummod", "amod") and scene.cast.at(subject) is None
    if not (owned or bare) or tree.lemma(subject) not in tables.words("men"):
        return ()
    told = voices.tellings(scene, i)
    speaker = voices.source(scene, told[0]) if told else None
    body = speaker in scene.cast.ids and (tree.negated(i) or scene.cast.ids[speaker or ""].kind != "person")
    return (speaker,) if body and speaker else ()


def _would_be(scene: Scene, i: int, subject: int) -> tuple[str, ...]:
    """Who would govern: "a government led by her would cap rents", "a Labour government would"."""
    tree = scene.tree
    if tree.lemma(subject) not in ("government", "administration") or not any(
        tree.lows[k] in ("a", "an") for k in tree.kids(subject, "det")
    ):
        return ()
    led = [j for k in tree.kids(subject, "acl") for j in tree.phrases(k, "by")]
    named = [k for k in tree.kids(subject, "compound", "amod") if tree.words[k].text[:1].isupper()]
    found = next((ids for k in (*led, *named) if (ids := scene.cast.who(k, deep=False))), ())
    told = voices.tellings(scene, i)
    speaker = voices.source(scene, told[0]) if told and not found else None
    return found or ((speaker,) if speaker in scene.cast.ids and speaker else ())


def _fronted(scene: Scene, i: int) -> int | None:
    """The subject, also of what goes on behind an aside: "Chad owes 4 million, she said, and will pay"."""
    tree = scene.tree
    over = tree.words[i].head
    if tree.rel(i) != "conj" or tree.kids(i, "nsubj") or over < 0 or tree.lemma(over) not in REPORTS:
        return tree.subject(i)
    told = next((k for k in tree.kids(over, "ccomp") if k < over), None)
    front = tree.child(told, "nsubj") if told is not None else None
    return front if front is not None else tree.subject(i)


def _both(scene: Scene, i: int, subject: int) -> tuple[str, ...]:
    """The two who say what "they" will do: "Chad and Togo said they would begin clearing mines"."""
    tree = scene.tree
    over = tree.words[i].head
    speakers = tree.child(over, "nsubj") if tree.lows[subject] == "they" and tree.rel(i) == "ccomp" else None
    told = voices.tellings(scene, i)
    if speakers is None or not told or told[0].said != "yes" or not voices.sure(scene, told[0]):
        return ()
    ids = tuple(one for k in tree.joined(speakers) if (one := scene.cast.heads(k)))
    states = all(scene.cast.ids[id].kind in voices.STATES for id in ids)
    return ids if len(ids) > 1 and states and not _empty(scene, i, tree.patient(i)) else ()


def _each_side(scene: Scene, i: int, subject: int) -> tuple[str, ...]:
    """The state of whoever says what all will do: "Each side will open a gate, said Orr of Peru's team"."""
    tree = scene.tree
    every = any(tree.lows[k] in ("each", "both") for k in tree.kids(subject, "det"))
    told = voices.tellings(scene, i)
    if (
        not every
        or tree.lemma(subject) not in ("side", "country", "government", "party", "nation")
        or not told
    ):
        return ()
    voice = scene.cast.ids.get(voices.source(scene, told[0]) or "")
    if voice is None or voice.country is None or told[0].said != "yes":
        return ()
    return tuple(a.id for a in scene.cast.actors if a.kind == "country" and a.country == voice.country)[:1]


def own_country(scene: Scene, i: int, subject: int) -> tuple[str, ...]:
    """The state of those who speak of "the country" or "the government": the ministry said it would lift …"""
    tree = scene.tree
    if tree.lemma(subject) not in tables.words("bodies") or scene.cast.at(subject) is not None:
        return ()
    if {tree.rel(k) for k in tree.children[subject]} - {"det", "punct"}:
        return ()
    told = voices.tellings(scene, i)
    speaker = voices.source(scene, told[0]) if told else None
    if speaker is None or speaker not in scene.cast.ids:
        return ()
    actor = scene.cast.ids[speaker]
    own = tree.lemma(subject) != "state" or any(
        "overnor" in said for said in (*actor.offices, *(m.exact for m in actor.mentions))
    )
    if own and tree.lemma(subject) in tables.words("districts"):
        return (speaker,) if actor.kind == "person" else ()
    state = scene.cast.state_of(speaker)
    return (state,) if state else ()

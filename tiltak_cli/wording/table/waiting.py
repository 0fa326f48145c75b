"""What waits for what."""

ROWS = {
    "waiting.heading": ("Hva venter på hva", "Kva ventar på kva", "What waits for what"),
    "waiting.count": (
        "{n:N.measure} venter på {n:pick.et annet|andre}.",
        "{n:N.measure} ventar på {n:pick.eit anna|andre}.",
        "{n:N.measure} {n:pick.waits|wait} for {n:pick.another|others}.",
    ),
    "waiting.nobody": (
        "Ingen venter lenger på et annet tiltak.",
        "Ingen ventar lenger på eit anna tiltak.",
        "No measure waits for another any longer.",
    ),
    "waiting.early": (
        "{ids:list} har frist før det {n:pick.tiltaket|de} venter på.",
        "{ids:list} har frist før det {n:pick.tiltaket|dei} ventar på.",
        "{ids:list} {n:pick.is|are} due before what {n:pick.it waits|they wait} for.",
    ),
    "waiting.none-early": (
        "Ingen har frist før det de venter på.",
        "Ingen har frist før det dei ventar på.",
        "None is due before what it waits for.",
    ),
    "waiting.waits": (
        "{who:list} venter på {name}, som {state:list}.",
        "{who:list} ventar på {name}, som {state:list}.",
        "{who:list} {n:pick.waits|wait} for {name}, which {state:list}.",
    ),
    "waiting.waited": (
        "{who:list} ventet på {name}, som {state:list}.",
        "{who:list} venta på {name}, som {state:list}.",
        "{who:list} waited for {name}, which {state:list}.",
    ),
    "waiting.ended": ("Avsluttet", "Avslutta", "Ended"),
    "waiting.arrow": (
        "må være ferdig før neste.",
        "må vere ferdig før neste.",
        "must be done before the next.",
    ),
    "waiting.arrow-done": (
        "er avsluttet, og neste kan gå.",
        "er avslutta, og neste kan gå.",
        "has ended, and the next can go on.",
    ),
    "waiting.read": (
        "Lest fra venstre: tidligste frist først.",
        "Lese frå venstre: tidlegaste frist først.",
        "Read from the left: the earliest deadline first.",
    ),
    "waiting.in-text": ("Det samme i tekst", "Det same i tekst", "The same in words"),
    "waiting.due": ("har frist {deadline:in}", "har frist {deadline:in}", "is due {deadline:in}"),
    "waiting.not-started": ("ikke er startet", "ikkje er starta", "has not started"),
    "waiting.on-track": ("er i rute", "er i rute", "is on track"),
    "waiting.yellow": ("har gul vurdering", "har gul vurdering", "is assessed as yellow"),
    "waiting.unstated": (
        "har ikke noen status",
        "har ikkje nokon status",
        "has no status",
    ),
    "waiting.late": (
        "er rødt eller forsinket",
        "er raudt eller forseinka",
        "is red or overdue",
    ),
    "waiting.put-off": ("er utsatt", "er utsett", "is postponed"),
    "waiting.completed": ("er gjennomført", "er gjennomført", "is completed"),
    "waiting.completed-on": (
        "ble gjennomført {day}",
        "vart gjennomført {day}",
        "was completed on {day}",
    ),
    "waiting.dropped": ("utgår", "går ut", "is dropped"),
    "waiting.absorbed": (
        "er innlemmet i et annet",
        "er innlemma i eit anna",
        "is absorbed into another",
    ),
}

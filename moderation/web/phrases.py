"""What the writer's page says, in the languages that it speaks; English where it does not speak one."""

from collections.abc import Mapping
from datetime import timedelta

#: Language → name → phrase. Every language has the names of `en`; a test holds them together.
PHRASES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "published": "Your comment is published",
        "masked": "Your comment is published, with some words hidden",
        "looked-at": "Your comment is published, and somebody looks at it",
        "waiting": "Your comment is waiting",
        "rejected": "Your comment was not published",
        "erased": "This comment is no longer here",
        "warned": "It stays. Somebody of the newsroom read it, and asks you to mind this rule: it came near "
        "to breaking it. Nothing is counted against you.",
        "under": "Under",
        "why": "Why",
        "rule": "The rule",
        "change": "What you could change",
        "text": "Your text",
        "marked": "The sentence concerned is marked.",
        "copy": "Copy",
        "wait": "Half of the comments that wait are decided within {time}.",
        "by-person": "Decided by a person.",
        "by-rules": "Decided by the site's written rules, without a person.",
        "gone": "The text was erased. Nothing about it can be decided any more.",
        "wrong": "Is this decision wrong?",
        "offer": "You can contest it once. Somebody who had no part in it reads your comment again.",
        "offer-alone": "You can contest it once. One person alone decides here, and reads your comment again.",
        "words": "Why is it wrong?",
        "contest": "Contest the decision",
        "open": "You have contested this decision. Somebody else will read your comment again; look here later.",
        "open-alone": "You have contested this decision. Nobody else decides here, so the same "
        "person will read your comment again; look here later.",
        "upheld": "Somebody else has read it again, and the decision stands.",
        "upheld-alone": "The same person has read it again, since nobody else decides here, and "
        "the decision stands.",
        "overturned": "Somebody else has read it again: you were right.",
        "overturned-alone": "It was read again: you were right.",
        "withdrawn": "The comment was changed before anybody decided.",
        "answer": "The newsroom's answer",
        "courts": "You may also turn to a court or, where the law provides one, to an out-of-court body.",
        "keep": "This page needs no account. Whoever has its address can read it: keep it to yourself.",
        "minutes": "{n} min",
        "hours": "{n} h",
        "days": "{n} days",
    },
    "hy": {
        "published": "Ձեր մեկնաբանությունը հրապարակված է",
        "masked": "Ձեր մեկնաբանությունը հրապարակված է, որոշ բառեր թաքցված են",
        "looked-at": "Ձեր մեկնաբանությունը հրապարակված է, և այն դեռ կնայեն",
        "waiting": "Ձեր մեկնաբանությունը սպասում է",
        "rejected": "Ձեր մեկնաբանությունը չի հրապարակվել",
        "erased": "Այս մեկնաբանությունն այլևս այստեղ չէ",
        "warned": "Այն մնում է։ Խմբագրությունից մեկը կարդացել է այն և խնդրում է հաշվի առնել այս կանոնը․ "
        "մեկնաբանությունը մոտ էր այն խախտելուն։ Ձեր դեմ ոչինչ չի հաշվվում։",
        "under": "Հոդվածը՝",
        "why": "Ինչու",
        "rule": "Կանոնը",
        "change": "Ինչ կարող եք փոխել",
        "text": "Ձեր տեքստը",
        "marked": "Խնդրո առարկա նախադասությունը նշված է։",
        "copy": "Պատճենել",
        "wait": "Սպասող մեկնաբանությունների կեսի մասին որոշում կայացվում է {time} ընթացքում։",
        "by-person": "Որոշել է մարդ։",
        "by-rules": "Որոշվել է կայքի գրավոր կանոններով՝ առանց մարդու։",
        "gone": "Տեքստը ջնջված է։ Դրա մասին այլևս որոշում չի կայացվում։",
        "wrong": "Այս որոշումը սխա՞լ է",
        "offer": "Կարող եք այն բողոքարկել մեկ անգամ։ Ձեր մեկնաբանությունը կրկին կկարդա ուրիշ մարդ։",
        "offer-alone": "Կարող եք այն բողոքարկել մեկ անգամ։ Այստեղ որոշում է միայն մեկ մարդ, և "
        "նա կրկին կկարդա այն։",
        "words": "Ինչո՞ւ է այն սխալ",
        "contest": "Բողոքարկել որոշումը",
        "open": "Դուք բողոքարկել եք այս որոշումը։ Այն կրկին կկարդա ուրիշ մարդ, ավելի ուշ նայեք այստեղ։",
        "open-alone": "Դուք բողոքարկել եք այս որոշումը։ Այստեղ ուրիշ որոշող չկա, ուստի այն "
        "կրկին կկարդա նույն մարդը, ավելի ուշ նայեք այստեղ։",
        "upheld": "Ուրիշ մարդ այն կրկին կարդացել է, և որոշումը մնում է ուժի մեջ։",
        "upheld-alone": "Այստեղ ուրիշ որոշող չկա, ուստի նույն մարդն այն կրկին կարդացել է, և "
        "որոշումը մնում է ուժի մեջ։",
        "overturned": "Ուրիշ մարդ այն կրկին կարդացել է․ դուք ճիշտ էիք։",
        "overturned-alone": "Այն կրկին կարդացվել է․ դուք ճիշտ էիք։",
        "withdrawn": "Մեկնաբանությունը փոխվել է նախքան որոշումը։",
        "answer": "Խմբագրության պատասխանը",
        "courts": "Կարող եք դիմել նաև դատարան կամ, եթե օրենքը նախատեսում է, արտադատական մարմնի։",
        "keep": "Այս էջին հաշիվ պետք չէ։ Ով ունի հասցեն, կարող է կարդալ․ մի՛ տարածեք այն։",
        "minutes": "{n} րոպեի",
        "hours": "{n} ժամի",
        "days": "{n} օրվա",
    },
    "ru": {
        "published": "Ваш комментарий опубликован",
        "masked": "Ваш комментарий опубликован, некоторые слова скрыты",
        "looked-at": "Ваш комментарий опубликован, его ещё посмотрят",
        "waiting": "Ваш комментарий ждёт проверки",
        "rejected": "Ваш комментарий не опубликован",
        "erased": "Этого комментария здесь больше нет",
        "warned": "Он остаётся. Его прочёл сотрудник редакции и просит помнить об этом правиле: комментарий "
        "был близок к тому, чтобы его нарушить. Против вас это не засчитывается.",
        "under": "К статье",
        "why": "Почему",
        "rule": "Правило",
        "change": "Что можно изменить",
        "text": "Ваш текст",
        "marked": "Предложение, о котором идёт речь, выделено.",
        "copy": "Скопировать",
        "wait": "Половину ожидающих комментариев рассматривают за {time}.",
        "by-person": "Решил человек.",
        "by-rules": "Решено по письменным правилам сайта, без участия человека.",
        "gone": "Текст стёрт. Решать о нём больше нечего.",
        "wrong": "Решение ошибочно?",
        "offer": "Его можно оспорить один раз. Комментарий заново прочтёт тот, кто в решении не участвовал.",
        "offer-alone": "Его можно оспорить один раз. Здесь решает один человек, и он прочтёт комментарий заново.",
        "words": "В чём ошибка?",
        "contest": "Оспорить решение",
        "open": "Вы оспорили решение. Комментарий прочтёт другой человек; загляните сюда позже.",
        "open-alone": "Вы оспорили решение. Кроме одного человека, здесь никто не решает, и "
        "комментарий прочтёт он же; загляните сюда позже.",
        "upheld": "Другой человек прочёл комментарий заново: решение остаётся в силе.",
        "upheld-alone": "Больше здесь никто не решает: тот же человек прочёл комментарий заново, "
        "решение остаётся в силе.",
        "overturned": "Другой человек прочёл комментарий заново: вы были правы.",
        "overturned-alone": "Комментарий прочли заново: вы были правы.",
        "withdrawn": "Комментарий изменили раньше, чем было принято решение.",
        "answer": "Ответ редакции",
        "courts": "Вы можете также обратиться в суд или, если это предусмотрено законом, во внесудебный орган.",
        "keep": "Для этой страницы не нужна учётная запись. Её прочтёт любой, кто знает адрес: не делитесь им.",
        "minutes": "{n} мин",
        "hours": "{n} ч",
        "days": "{n} дн.",
    },
    "tr": {
        "published": "Yorumunuz yayımlandı",
        "masked": "Yorumunuz yayımlandı, bazı sözcükler gizlendi",
        "looked-at": "Yorumunuz yayımlandı, bir kişi daha bakacak",
        "waiting": "Yorumunuz bekliyor",
        "rejected": "Yorumunuz yayımlanmadı",
        "erased": "Bu yorum artık burada değil",
        "warned": "Yorumunuz kalıyor. Yazı işlerinden biri okudu ve bu kuralı göz önünde tutmanızı rica "
        "ediyor: kuralı çiğnemeye yaklaşmıştı. Aleyhinize hiçbir şey sayılmaz.",
        "under": "Yazı:",
        "why": "Neden",
        "rule": "Kural",
        "change": "Neyi değiştirebilirsiniz",
        "text": "Metniniz",
        "marked": "Söz konusu cümle işaretlendi.",
        "copy": "Kopyala",
        "wait": "Bekleyen yorumların yarısı {time} içinde karara bağlanır.",
        "by-person": "Kararı bir kişi verdi.",
        "by-rules": "Karar, sitenin yazılı kurallarıyla, bir kişi olmadan verildi.",
        "gone": "Metin silindi. Hakkında artık karar verilecek bir şey yok.",
        "wrong": "Bu karar yanlış mı?",
        "offer": "Bir kez itiraz edebilirsiniz. Yorumunuzu karara katılmamış biri yeniden okur.",
        "offer-alone": "Bir kez itiraz edebilirsiniz. Burada tek bir kişi karar verir; yorumunuzu yeniden o okur.",
        "words": "Neden yanlış?",
        "contest": "Karara itiraz et",
        "open": "Bu karara itiraz ettiniz. Yorumunuzu başka biri okuyacak; daha sonra buraya bakın.",
        "open-alone": "Bu karara itiraz ettiniz. Burada başka karar veren yok; yorumunuzu aynı "
        "kişi yeniden okuyacak, daha sonra buraya bakın.",
        "upheld": "Başka biri yeniden okudu: karar geçerli.",
        "upheld-alone": "Burada başka karar veren olmadığı için aynı kişi yeniden okudu: karar geçerli.",
        "overturned": "Başka biri yeniden okudu: haklıydınız.",
        "overturned-alone": "Yorum yeniden okundu: haklıydınız.",
        "withdrawn": "Yorum, karar verilmeden değiştirildi.",
        "answer": "Yazı işlerinin yanıtı",
        "courts": "Mahkemeye ya da yasanın öngördüğü durumlarda mahkeme dışı bir kuruma da başvurabilirsiniz.",
        "keep": "Bu sayfa için hesap gerekmez. Adresi bilen herkes okuyabilir: kimseyle paylaşmayın.",
        "minutes": "{n} dakika",
        "hours": "{n} saat",
        "days": "{n} gün",
    },
}


def language_of(tag: str | None) -> str:
    """Return the language that the page speaks with a writer in some language.

    >>> language_of("hy"), language_of("tr-TR"), language_of("fi"), language_of(None)
    ('hy', 'tr', 'en', 'en')
    """
    primary = (tag or "").replace("_", "-").split("-")[0].lower()
    return primary if primary in PHRASES else "en"


def length_of(time: timedelta, language: str) -> str:
    """Say how long something takes.

    >>> length_of(timedelta(minutes=42), "en"), length_of(timedelta(hours=7), "ru")
    ('42 min', '7 ч')
    """
    minutes = max(round(time / timedelta(minutes=1)), 1)
    name, n = ("minutes", minutes) if minutes < 90 else ("hours", round(minutes / 60))
    if n >= 48 and name == "hours":
        name, n = "days", round(minutes / 1440)
    return PHRASES[language][name].format(n=n)

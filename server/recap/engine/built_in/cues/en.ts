/** English. */
import { phrases, words } from './cue_list.ts';
import type { CueList } from './cue_list.ts';

/** Phrases of English. */
export const english: CueList = {
  language: 'en',
  stopWords: words(`
    a about after again all also an and any are as at be because been before but by can could did do does don't
    for from get going got had has have he her his how i i'd i'll i'm i've if in into is isn't it it's its just
    let's me more my no not now of on one only or our out over she should so some still than that that's the their
    them then there they this to until up us was we we'll we're were what when where which who will with would you
    your`),
  decision: phrases(`
    we decided | we have decided | we've decided | i've decided | i have decided | it was decided | decided to
    decided on | decided that | ^decision | ^final decision | the decision is | decision was | we agreed
    agreed to | agreed on | agreed that | we settled on | settled on | ^settled | let's go with | lets go with
    we'll go with | we will go with | we go with | we're going with | go ahead with | we're not going to
    we are not going to | we won't | we will not | is approved | was approved | got approved | approved for
    signed off | signed off on | is postponed | is cancelled | is canceled | is off the table
    has been moved to | the call is | we'll stick with | we stick with | sticking with | we'll postpone
    we postpone | final call | final answer | we chose | we picked | green light | that's the plan | ^outcome
    ^conclusion | is final | it's final | then it is | out of scope | off the table | ^new dates
    ^new date | is parked
    settled it | that's settled | it's settled | is settled | all agreed | everyone agreed | both agreed
    they agreed | we're agreed | agreed with | has approved | have approved | signed off by | go-ahead
    is confirmed for | are confirmed for | is set for | is fixed for | the date is | has moved to
    have moved to | rescheduled to | rescheduled for | is rescheduled | won't happen | will not happen
    is not happening | isn't happening | the verdict | ^verdict | ^resolved to | ^agreement | we landed on
    we ended up with | we're doing | let's do it this way | case closed | is dropped for`),
  ruling: phrases(`
    hard rule |
    then it's |
    ^so we | going with | we take | we'll take | we keep | we'll keep | we leave | we stay | it stays
    stays as it is | ^stay at | ^stay with | we don't do | moves to | move to | is moved to | is moving to
    gets moved | goes into | we drop | we're dropping | is dropped | we accept | it is then | new date is
    ^from now on | from next week on | from today on | gets switched off | will be switched off
    we switch | we're switching | we revert | rolling back | reverting | we roll back | we're rolling back
    the decision | a decision | we've chosen | the plan is | new plan | wins | is a no | is a yes | a clear no
    a clear yes | it's a go | it's a no-go | go live on | got the ok | gave the ok | has ok'd | ok'd
    is approved by | we have the ok | gets the ok | has to wait | waits until | comes first | goes first
    is frozen | stays frozen | freeze until | is out of scope | in scope | stays in | stays out | no more
    effective | effective immediately | starting next week | from monday | from tuesday | from wednesday
    from thursday | from friday | as of monday | we're keeping | we're moving | we're skipping
    we're postponing | we're cancelling | we're extending | we extend | we cut | we prioritise | we prioritize
    is cut | gets cut | parked until | on hold | put on hold | is extended | extended to | extended until
    we make an offer | we offer | we pass on | takes over | will own
    not before | only after | only once | not until | until then nobody | until further notice | date moved
    dates moved | date has moved | deadline moved | deadline is now | moved to | pushed to
    brought forward to | goes live | goes live on | takes place | starts on
    is over | ends on | is closed for | are closed for | is locked | is locked until
    keep it | leave it | we're back on | we're staying | it's going to be | it'll be
    on condition that | provided that | applies to
    applies from | counts from`),
  undecided: phrases(`
    not decided | haven't decided | have not decided | not yet decided | decided nothing | no decision
    needs a decision | need a decision | need to decide | needs to decide | have to decide | to be decided
    before we decide | until we decide | once we decide | haven't agreed | not agreed | not approved
    pending decision | who decides | who decided | decision pending | waiting for a decision | if we decided | maybe
    could go | would go | might | if i had | back in | used to | once decided | had decided | their team | other team`),
  proposal: phrases(`
    i propose | i suggest | i'd suggest | i would suggest | i recommend | i'd go for | i'd go with | i would go with
    i'd say | proposal | proposing | how about we | how about | what if we | should we | shall we | could we just
    let's | my vote is | i vote for | we could | i'd rather | i'd take | i'd like to | way out | ways out`),
  acceptance: phrases(`
    ^agreed | ^agree | ^i agree | ^sounds good | ^sounds great | ^sounds like a plan | ^works for me
    ^fine with me | ^fine by me | ^fine from my side | ^good with me | ^ok for me | ^+1 | ^lgtm | ^go for it
    ^let's do it | ^let's do that | ^do it | ^ship it | ^approved | ^yes do it | ^yes let's | ^yep let's
    ^ok let's | ^okay let's | ^yes please | ^yes go ahead | ^go ahead | ^deal | ^done deal | ^makes sense
    ^fair | ^fair enough | ^👍 | ^✅ | ^:+1: | ^:white_check_mark: | ^:thumbsup:`),
  commitment: phrases(`
    i'll | i will | i'm going to | i am going to | i'm on it | ^on it | i can take | i take | i can do that
    i can do it | i do it | leave it with me | leave it to me | on my list | ^mine | is mine
    i've got it | ^got them | ^will do | fixing it | ^fixing | ^changing it | ^closing | ^reverting | ^moving
    i'll take | i'll do | i'll send | i'll write | i'll check | i'll ask | i'll look | i'll call | i'll fix
    i'll have | i'll get | i'll set | i'll prepare | i'm taking | i'm doing | i'm writing | i'm preparing
    i volunteer | happy to take | happy to do | i could take | let me do | let me take | let me check | let me ask
    will send | will check | will fix | will write | will prepare | will follow up | doing it | taking it
    taking this | taking over | consider it done
    you'll have it | you'll get it | you will have it | you will get it | done by | ready by | finished by
    will be ready | will be done | i can bring | i can write | i can look | i can check | i can fix | i can send
    i can ask | i can help | i can handle | i can have | i can swap | i could write | i could look
    leave that with me | count on me | i'm preparing it | ^redoing | ^rewriting | ^sending | ^preparing
    ^testing | ^writing | ^updating | ^merging | ^deploying | ^restarting | ^adding | ^removing | ^switching
    ^scheduling | ^ordering | ^booking | ^checking | ^asking | ^calling | ^opening | working on it | will look
    will ask | will call | will bring | will update | will let you know | will report | will take it
    my job | i'm dealing with`),
  noCommitment: phrases(`
    i'll be out | i'll be off | i'll be back | i'll be late | i'll be there | i'll be away | i'll be in
    i will be out | i will be off | i will be away | i will be late | i'll never | i will never | i'll admit
    i'll bet | i'll see you | i'll join you | i'll have the | i'll say | i will say | please note | please see
    please welcome | please ignore | no need to | never mind | already done | tell me if | tell me whether
    tell me why | tell me how | tell me where | can you join | could you join | please join | join the call | hop on
    off till | off until | away until | away till | out until | out till | on leave until | back on | on holiday until
    is away | is out today | is out of office | is off sick | is on leave | at a conference | is travelling
    is traveling | i'll miss | i will miss | i'll believe | i'll be damned | i'll mourn | i shall mourn | i'll eat
    that's all i | i'll drink`),
  request: phrases(`
    can you | could you | can somebody | can someone | could someone | could somebody | would you | can we get
    can anybody | please | pls | need you to | needs to | need to | need someone | need somebody | somebody has to
    someone has to | you need to | you have to | they have to | have to be | has to be | has to | has to change
    must be | remember to | make sure to | don't forget to | take care of | is assigned to | assigned to
    will take | owns it | owns this | to follow up | your call | have a look | take a look | give me | send me
    let me know | tell me | ask me | is on you | you do | you own | you have the
 over to you | would you mind | can one of you | could one of you | any volunteers | volunteers
    who can | who could | who wants to | who takes | we need somebody | we need someone | we need you
    is responsible for | responsible for | in charge of | sign up | fill in | fill out | send it to | send them to
    reply to | review | approve by | confirm by | should prepare | should check | should send | must send
    must be done | on your plate | for you to
    take over | does the | takes the | owns the | writes the | sends the | prepares the | checks the | handles
    takes care | looks into | looks at | is doing | is on it | is taking | could we get | second pair of eyes
    would like a | need a hand | looking for somebody | looking for someone | we're looking for
    ^bring | ^send | ^update | ^check | ^move | ^swap | ^sign | ^register | ^read | ^add | ^test | bring your
    your turn | it's your call | you'd have to | you'll need to | you will need to
    you'll have to | should be done | should be sent | ought to | i need to know | i'd need | we'd need
    keep me posted | get back to me | get back to us | answer by`),
  task: phrases(`
    ^todo | ^to do | ^action item | ^action items | ^action | ^next step | ^next steps | ^follow up | ^follow-up
    ^task | ^owner | ^who does what`),
  everyone: phrases(`
    can someone | can somebody | can anybody | could someone | could somebody | any volunteers | somebody has to
    someone has to | everybody | everyone | all of you | all of us | whoever | for all | anyone who | each of you
    every team | everybody here | the whole team | nobody | if you use | if you have | if you own | if your team
    whoever is | everybody who | everyone who | all teams | both of you | the rest of you | people who | those who
    dear all | dear colleagues | all staff | to all | hello everyone | all users | for everyone | attention`),
  deadlineMark: phrases(`by | until | till | before | due | no later than | not later than`),
  deadline: phrases(`
    by eod | by end of day | by the end of the day | by end of week | by the end of the week | by noon | by tonight
    by next week | before the release | before the weekend | before lunch | before the freeze | eod | asap
    first thing tomorrow | within the hour | in an hour | tonight | today | tomorrow | tomorrow morning
    this morning | this afternoon | this evening | this week | next week | on monday | on tuesday | on wednesday
    on thursday | on friday | starting monday
    after lunch | later today | end of the week | end of day | end of the day | end of the month
    in the morning | in the afternoon | over the weekend | next sprint | as soon as possible | next monday
    next tuesday | next wednesday | next thursday | next friday | on saturday | on sunday | this sunday
    this friday | early next week | before noon | when you're back | once you're back`),
  noDeadline: phrases(`until today | as of today | earlier today | until now | good morning`),
  date: phrases(`
    monday | tuesday | wednesday | thursday | friday | saturday | sunday | mon | tue | wed | thu | fri | sat | sun
    january | february | march | april | june | july | august | september | october | november | december
    jan | feb | mar | apr | jun | jul | aug | sep | sept | oct | nov | dec | today | tomorrow | tonight
    next week | next month | end of the month | week`),
  acknowledgement: words(`
    ok okay k kk yes yep yeah yup no nope thanks thx thank you ty cheers great nice cool perfect awesome good sure
    got it np welcome lol haha hah lgtm +1 ack done right indeed exactly true same here so much very all for the
    that will do sounds agreed on wow oh ah hm hmm uff ouch phew omw sorry me too fine lovely classic beautiful
    looking confirmed seconded`),
  chatter: phrases(`
    good morning | morning all | morning everyone | ^morning | good evening | good night | happy birthday
    happy friday | congrats | congratulations | have a great weekend | have a nice weekend | have a good one
    enjoy your weekend | lunch | coffee | cake | pizza | beer | weather | haha | lol | rofl | weekend plans | cat
    dog | playlist | movie | see you | brb | bye | football | welcome to the team | phew | kitchen | hello all
    weekend | last night | holidays | concert | match | game | novel | recipe | dinner | breakfast | barbecue | snack
    snacks | biscuits | doughnuts`),
  trouble: phrases(`
    outage | incident | down | failing | failed | fails | fail | broken | broke | bug | error | errors | blocked
    blocker | delayed | late | missing | lost | hole | leak | killed | crash | crashes | crashed | stuck | wrong
    problem | problems | issue | breaks | doesn't work | does not work | can't | cannot | no access | bad news | slow
    expired | overflow | risk | no fallback | alert | data loss | degraded | unavailable | unreachable | timeouts
    timing out | out of memory | out of space | disk full | full | dead | failure | failures | failover | corrupted
    corrupt | rejected | cancelled | sick | leaves | leaving | quit | resigned | complains | complaint | complained
    escalated | angry | behind schedule | behind | shortage | overdue | unhappy | unclear | at risk | breach | leaked
    exposed | vulnerability | no answer | is out | are out | out again | down again | locked out | dies
    double booked | double-booked | ran out | run out | runs out | fell through | fell over | recall | recalled
    withdrawn | not working | doesn't load | won't start | won't open | flooded | leaking | stolen | injured
    short of`),
  outcome: phrases(`
    root cause | the cause | found it | found the reason | ^got it | found something | turns out | turned out
    resolved | fixed | fix is | mitigated | rolled back | deployed | released | shipped | is live | went live | merged
    is up | is back | back to normal | works again | is done | done by | finished | through | confirmed | is closed
    signed | passes | passed | is clean | ^clean | switched off | is green | recovered | settled | went through
    talked to | spoke to | checked with | back from | came back | looked it up | asked | in place | repaired
    restored | replaced | rebooted | restarted | patched | solved | sorted | completed | complete | works now
    working again | up again | is up again | back up | all good again | root cause was | the culprit | culprit
    it was the | caused by | because of | came from | traced | tracked down | reproduced | verified | tested | checked
    result | results | we got | they agreed | accepted | rejected | approved | delivered | arrived | received | landed
    rolled out | migrated | live since | all clear | over now | closed | works | work again | back online | back in
    available again | reachable again | came through | went out | handed over | handed in | submitted | we're back
    it's back | all back | we got it | nothing lost | nothing is lost | approved by | no longer affected
    in stock again`),
  change: phrases(`
    no longer | not any more | any more | anymore | instead of | instead | moves to | moved | moving to | now | is now
    are now | from now on | as of | from next week | at the earliest | earliest | at the latest | postponed
    brought forward | new date | new dates | and not | stops working | switched off | replaced | only for
    until the end | stays | stay | extended | drop | dropped | off the | back on | after that | from then on | unless
    rather than | hard rule | changed | changes to | has changed | was moved | is delayed | pushed to | pushed back
    slips to | slipped | delayed to | delayed until | earlier than | later than | a week later | a day later
    another week | only after | until further notice | not until | replaces | in favour of | in favor of | takes over
    new deadline | deadline is | going forward | starting | effective | it's now | now monday | now tuesday
    now wednesday | now thursday | now friday | bumped to | moved up | moved back | not the | swaps | swapped
    switches to | changed to | becomes | got moved | has to move | slips | starts at | starts on | until further
    only from | one day earlier | one day later`),
  retraction: phrases(`
    ^no wait | no wait | take that back | i take it back | take it all back | i withdraw | withdrawn | ^never mind | ^nevermind | ^scratch that | ^correction | ignore me
    ^false alarm | ^my bad | ^ok no | ^wait no | was wrong | i was wrong
`),
  hedge: phrases(`
    may be | don't quote me | iirc | as far as i know | afaik | i'd guess | i assume | presumably | i think | i guess | i believe | i suppose | probably | perhaps | maybe | must be | i bet | might be | could be
    not sure | as far as i can tell | if i remember | i'm pretty sure | seems | no idea | not me | don't know | no clue`),
  question: phrases(`
    asks whether | asks if | asked whether | asked if | wants to know | want to know | ^does anyone
    ^does anybody | ^does someone | ^does somebody | ^has anyone | ^has anybody | ^is anyone | ^is anybody
    ^is there | ^are there | ^can anyone | ^can anybody | ^can someone | ^can somebody | ^could someone
    ^anyone know | ^anybody know | ^who knows | ^what is | ^what's the | ^what about | ^how do | ^how can
    ^how should | ^how long | ^why is | ^why does | ^where is | ^where do | ^where can | ^when is | ^when will
    ^which one | ^do we | ^should we | ^did we | ^who is | ^who could | ^who can | ^any plan | ^what do we
    ^is it`),
  aside: phrases(`
    for the curious | for whoever cares | for your amusement | for your entertainment | in case anyone cares
    in case anyone is interested | in case anybody is interested | reminds me of | reminded me of | remember when
    years ago | back in the day | back then | in the old days | at my last job | in my last job | my last place
    my old job | my previous job | at my old | when i was | when i worked | in my experience | in my opinion | imho
    if you ask me | if it were up to me | if it was up to me | up to me we'd | if i had my way | if i were
    i know i say | silly question | stupid question | fun fact | just joking | just kidding | joke aside | jokes aside
    rant | end of rant | rambling | long story | funny story | true story | bear with me | thinking aloud
    thinking out loud | first i thought | at first i thought | then i thought | i once | once upon | my mother
    my father | my mum | my mom | my dad | my wife | my husband | my kids | my son | my daughter | my neighbour
    my neighbor | my grandmother | my grandfather | my sister | my brother | my aunt | my uncle | my niece
    thank you all | thanks to all | thanks to everybody | thanks to everyone | thank you so much | a big thank you
    heroes | you're the best | proud of you | in an ideal world | in a perfect world | would be lovely
    wouldn't it be | one can dream | hot take | unpopular opinion | sends regards | sends its regards
    sends his regards | sends her regards | minutes of the | minutes from the | asked me to pass | passing on
    does not concern us | doesn't concern us | not for us | nothing to do with us | for information only
    notes from their | team's notes | pasting | pasted from | copy-pasting | copied from | newsletter | word for word
    for those who missed it | fwiw | thought i'd share | sharing the text | sharing for | they asked us to share
    not our circus | as a joke | in jest`),
  self: words(`i i'm i'd i've i'll me my mine myself`),
};

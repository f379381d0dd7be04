"""The eight steps of the main job. One test, because they follow from each other and the county is laid out once."""

import pytest

from tests.browser.journey import apply, certificate, door, find, publish, review, verify, window


@pytest.mark.timeout(900)
def test_an_item_travels_from_its_guide_to_a_verified_certificate(cast, days_pass, tmp_path):
    # 1. Publish
    publish.the_gate_tells_everything_at_once(cast)
    publish.an_editor_mends_previews_and_submits(cast)
    publish.the_editor_cannot_publish(cast)
    publish.a_second_person_publishes(cast)
    publish.everybody_finds_the_guide(cast)

    # 2. Apply online
    apply.she_reads_what_it_takes(cast)
    apply.her_answers_choose_the_papers(cast)
    apply.she_signs_in_and_begins(cast)
    apply.she_comes_back_another_day(cast, days_pass)
    apply.nobody_else_sees_her_draft(cast)
    online = apply.she_hands_in_checks_and_submits(cast)
    apply.she_follows_every_step(cast, online)

    # 3. Take in at the window
    window.only_the_window_takes_in(cast)
    keys = window.a_walk_in_is_registered_and_picks_two_items(cast)
    cases = window.what_the_items_share_is_given_once(cast, keys)
    card, allowance = window.one_is_accepted_and_one_gets_a_complete_notice(cast, keys, cases)
    window.both_papers_are_at_hand(cast, card, allowance)
    window.the_photo_comes_and_the_card_is_accepted(cast, card)

    # 4. On behalf, and at the door
    door.a_daughter_asks_for_a_neighbour(cast)
    door.only_her_helper_may_make_the_visit(cast)
    door.the_helper_establishes_who_he_is(cast)
    door.he_signs_a_mandate_on_the_glass(cast)
    at_home = door.the_helper_applies_in_his_name(cast)
    door.both_names_stand_everywhere(cast, at_home)

    # 5. Review and decide
    for case in (online, at_home):
        review.the_window_accepts(cast, case)
    review.the_queue_is_ordered_by_deadline(cast, [online, at_home, card, allowance])
    review.the_clerk_cannot_review_what_she_took_in(cast, online)
    review.a_reviewer_gives_an_opinion(cast, online, conclusion="grant", words="经核对，情况属实，建议准予。")
    review.every_wrong_role_is_refused_the_decision(cast, online)
    review.an_approver_grants(cast, online)
    review.a_reviewer_gives_an_opinion(cast, card, conclusion="deny", words="照片与身份证不是同一个人。")
    review.an_approver_denies(cast, card)

    # 6. Certificate
    certificate.nobody_else_gets_it(cast, online)
    pdf = certificate.she_is_told_and_takes_it(cast, online)
    certificate.it_is_what_a_county_hands_over(pdf, online)
    address = certificate.its_code_leads_to_the_verification(cast, pdf, online)
    certificate.the_outside_judges_pass_all_papers(cast, pdf, online, tmp_path)

    # 4 once more: the result comes to the door, and the mandate ends
    review.a_reviewer_gives_an_opinion(cast, at_home, conclusion="grant", words="入户核实，情况属实。")
    review.an_approver_grants(cast, at_home)
    door.she_brings_the_result(cast, at_home)
    door.he_is_told_of_each_act(cast, at_home)
    door.a_revoked_mandate_closes_the_case_at_once(cast, at_home)

    # 7. Verify
    stranger = cast.stranger(phone=True)
    verify.the_code_says_that_it_is_genuine(stranger, address, online.certificate)
    verify.a_number_is_answered(stranger, cast, online.certificate)
    verify.a_file_is_answered(stranger, address, pdf)

    # 8. Search
    find.a_colleague_writes_a_note(cast, online)
    find.staff_find_within_their_scope(cast, online)
    find.residents_find_their_own(cast, online)
    find.strangers_find_guides_only(cast, online)
    verify.a_revoked_one_says_so(stranger, address, online.certificate)

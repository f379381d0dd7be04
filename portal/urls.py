"""Where each face of the portal lives. Pages that editors own come last and take the rest."""

from django.conf import settings
from django.conf.urls.static import static
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls

from accounts.views.account import StaffAccountView
from portal.views.reports import ReviewsReportView

handler400 = "portal.views.errors.bad_request"
handler403 = "portal.views.errors.forbidden"
handler404 = "portal.views.errors.not_found"
handler500 = "portal.views.errors.server_error"

urlpatterns = [
    path("accounts/", include("accounts.urls")),
    path("apply/", include("cases.online.urls")),
    path("door/", include("cases.visits.urls")),
    path("verify/", include("cases.certificates.urls")),
    path("publicity/", include("cases.publicity.urls")),
    path("grants/", include("cases.grants.urls")),
    path("search/", include("search.urls")),
    path("items/", include("catalog.urls")),
    path("deadline/", include("home.urls")),
    path("display/", include("portal.display_urls")),
    # Instead of Wagtail's own.
    path("admin/account/", StaffAccountView.as_view(), name="staff_account"),
    path("admin/reports/workflow/", require_admin_access(ReviewsReportView.as_view())),
    path("admin/reports/workflow/results/", require_admin_access(ReviewsReportView.as_view(results_only=True))),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
]
if settings.DEBUG:
    urlpatterns.append(path("styleguide/", include("portal.styleguide_urls")))
    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)
urlpatterns += [path("", include(wagtail_urls))]

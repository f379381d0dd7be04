from django.urls import path

from accounts.views import activate, login, mandates, messages, posts, profile, register

app_name = "accounts"
urlpatterns = [
    path("login/", login.LoginView.as_view(), name="login"),
    path("staff/", login.StaffLoginView.as_view(), name="staff_login"),
    path("logout/", login.LogoutView.as_view(), name="logout"),
    path("register/", register.register, name="register"),
    path("activate/", activate.activate, name="activate"),
    path("me/", profile.profile, name="profile"),
    path("me/show/<slug:field>/", profile.reveal, name="reveal"),
    path("me/identity/", profile.check_number, name="check_number"),
    path("me/contact/", profile.contact, name="contact"),
    path("me/password/", profile.password, name="password"),
    path("messages/", messages.messages, name="messages"),
    path("messages/<int:pk>/read/", messages.read, name="read_message"),
    path("messages/read/", messages.read_all, name="read_all_messages"),
    path("mandates/", mandates.mandates, name="mandates"),
    path("mandates/give/", mandates.give, name="give_mandate"),
    path("mandates/<uuid:public_id>/revoke/", mandates.revoke, name="revoke_mandate"),
    path("post/", posts.switch_post, name="switch_post"),
]
